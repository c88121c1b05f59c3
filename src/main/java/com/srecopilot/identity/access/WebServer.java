package com.srecopilot.identity.access;

import org.apache.coyote.ProtocolHandler;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.stereotype.Component;

/** Has requests served by our own threads. They are no bean: Spring would take them for the executor of everything else. */
@Component
class WebServer implements TomcatProtocolHandlerCustomizer<ProtocolHandler>, DisposableBean {

    /** As many as Tomcat's own would be. */
    private static final int MOST = 200;

    private final RequestThreads threads = new RequestThreads(Math.max(2, Runtime.getRuntime().availableProcessors()), MOST);

    @Override
    public void customize(ProtocolHandler protocol) {
        protocol.setExecutor(threads);
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
