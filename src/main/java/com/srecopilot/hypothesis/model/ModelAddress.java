package com.srecopilot.hypothesis.model;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import com.srecopilot.tenancy.Whereabouts;

/** Where a model may live: on the internet by TLS, or inside where whoever runs this installation allows that. */
final class ModelAddress {

    private ModelAddress() {
    }

    /**
     * Looked up again before each call: a name may lead elsewhere by then. The JVM keeps the answer for the connection that follows.
     *
     * @param inside whether addresses of private networks and of this host are allowed
     * @throws ModelFailure when it must not be called
     */
    static void require(URI uri, boolean inside) {
        boolean tls = "https".equals(uri.getScheme());
        if (uri.getHost() == null || !tls && !"http".equals(uri.getScheme())) {
            throw new ModelFailure("The model's address is no http or https URL");
        }
        for (InetAddress address : resolve(uri.getHost())) {
            Whereabouts where = Whereabouts.of(address);
            if (where == Whereabouts.NOWHERE || where == Whereabouts.INSIDE && !inside) {
                throw new ModelFailure("The model's address leads to a private network, which this installation does not allow");
            }
            if (where == Whereabouts.PUBLIC && !tls) {
                throw new ModelFailure("A model on the internet is called by https only");
            }
        }
    }

    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new ModelFailure("The model's host name is not known", e);
        }
    }
}
