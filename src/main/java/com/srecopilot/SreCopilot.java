package com.srecopilot;

import com.srecopilot.hypothesis.rootcause.RankCauses;
import com.srecopilot.standalone.PreparedBeans;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole product, in one process: run more copies of it to scale. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
@Modulithic(systemName = "SRE Copilot")
public class SreCopilot {

    /** Starts the server, or runs a verb that needs none. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("rank-causes")) {
            List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
            System.exit(RankCauses.run(rest, System.out, System.err));
        }
        PreparedBeans.use(arguments);
        SpringApplication.run(SreCopilot.class, arguments);
    }
}
