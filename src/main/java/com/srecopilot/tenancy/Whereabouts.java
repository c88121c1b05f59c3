package com.srecopilot.tenancy;

import java.net.Inet4Address;
import java.net.InetAddress;

/** In what kind of network a machine stands that is to be called for a tenant: its name may lead anywhere. */
public enum Whereabouts {

    /** The public internet. */
    PUBLIC,
    /** This machine, or a private network (RFC 1918, 6598, 4193). */
    INSIDE,
    /** No place for a server: link-local, where clouds keep the credentials of their machines, multicast, reserved, or an address that is translated to another. */
    NOWHERE;

    public static Whereabouts of(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress() || isReserved(address)) {
            return NOWHERE;
        }
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || isShared(address) ? INSIDE : PUBLIC;
    }

    private static boolean isReserved(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? bytes[0] == 0 || (bytes[0] & 0xff) >= 240
                : bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
    }

    /** Addresses of carriers' networks, and unique local ones. */
    private static boolean isShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64 : (bytes[0] & 0xfe) == 0xfc;
    }
}
