package com.srecopilot.identity.access;

import java.io.IOException;
import java.io.Writer;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What Tomcat refuses before any filter sees it, such as a broken address: one plain line, with the same headers as a page. */
public class PlainRefusal extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        SecurityHeaders.ALWAYS.forEach(response::setHeader);
        response.setContentType("text/plain");
        response.setCharacterEncoding("utf-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(status < 500 ? "This address or request can't be read (" + status + ").\n" : "SRE Copilot can't answer now (" + status + ").\n");
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("The reader of a refusal has gone", e);
        }
    }

    /** Tomcat makes the valve itself, by name. */
    @Component
    static class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(PlainRefusal.class.getName());
                }
            });
        }
    }
}
