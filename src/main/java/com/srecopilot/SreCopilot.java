package com.srecopilot;

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

    public static void main(String[] arguments) {
        SpringApplication.run(SreCopilot.class, arguments);
    }
}
