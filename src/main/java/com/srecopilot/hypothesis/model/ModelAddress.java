package com.srecopilot.hypothesis.model;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

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
            boolean isInside = isInside(address);
            if (neverAModel(address) || isInside && !inside) {
                throw new ModelFailure("The model's address leads to a private network, which this installation does not allow");
            }
            if (!isInside && !tls) {
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

    /** Link-local is where clouds keep the credentials of their machines. */
    private static boolean neverAModel(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean reserved = bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xff) >= 240);
        return address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress() || reserved;
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal || shared;
    }
}
