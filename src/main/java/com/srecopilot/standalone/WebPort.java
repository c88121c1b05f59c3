package com.srecopilot.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The port of the web server, looked at before anything is started that would only have to be stopped again. */
final class WebPort {

    private WebPort() {
    }

    /** @throws StartupProblem when another program listens on {@code server.port} */
    static void mustBeFree(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        InetAddress address = environment.getProperty("server.address", InetAddress.class);
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException refused) {
            throw taken(port, refused);
        }
    }

    static StartupProblem taken(int port, Exception cause) {
        boolean forbidden = String.valueOf(cause.getMessage()).contains("Permission denied");
        int other = port < 8080 ? 8080 : port + 1;
        return new StartupProblem("Port " + port + (forbidden ? " may not be opened by this user." : " is in use by another program."),
                (forbidden ? "Choose" : "Stop that one, or choose") + " another port, such as SERVER_PORT=" + other + ".", cause);
    }

    /** Says the same about a port that was taken between our look and the web server's start. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class TakenMeanwhile extends AbstractFailureAnalyzer<PortInUseException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
            StartupProblem problem = taken(taken.getPort(), taken);
            return new FailureAnalysis(problem.getMessage(), problem.advice(), taken);
        }
    }
}
