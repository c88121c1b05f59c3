package com.srecopilot.telemetry.source;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.springframework.stereotype.Component;

/** Which machines may be called for a tenant: those of the public internet, and the networks that whoever runs the product names. */
@Component
class Reach {

    private final List<Network> allowed;

    Reach(SourceProperties properties) {
        this.allowed = properties.reachable().stream().map(Network::of).toList();
    }

    /** @throws Unanswered when the host is unknown, or any of its addresses leads elsewhere */
    void require(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!isPublic(address) && allowed.stream().noneMatch(network -> network.holds(address))) {
                    throw new Unanswered("it stands in a private network; whoever runs SRE Copilot can allow that network in SRECOPILOT_TELEMETRY_PROMETHEUS_REACHABLE");
                }
            }
        } catch (UnknownHostException e) {
            throw new Unanswered("its host can't be found");
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean translated = bytes.length == 16 && bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        boolean thisNetwork = bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xff) >= 240);
        return !(address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || address.isMulticastAddress() || uniqueLocal || translated || shared || thisNetwork);
    }

    private record Network(BigInteger start, int bytes, int prefix) {

        /** @throws IllegalArgumentException when it is no network: a mistake in the settings is told at the start */
        private static Network of(String text) {
            String[] parts = text.strip().split("/", 2);
            try {
                if (!parts[0].matches("[0-9a-fA-F.:]+")) {
                    throw new UnknownHostException();
                }
                byte[] address = InetAddress.getByName(parts[0]).getAddress();
                int prefix = parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]);
                return new Network(new BigInteger(1, address), address.length, Math.min(prefix, address.length * 8));
            } catch (UnknownHostException | NumberFormatException e) {
                throw new IllegalArgumentException("srecopilot.telemetry.prometheus.reachable takes networks such as 10.0.0.0/8, not \"" + text + "\"", e);
            }
        }

        private boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            int shift = bytes * 8 - prefix;
            return other.length == bytes && new BigInteger(1, other).shiftRight(shift).equals(start.shiftRight(shift));
        }
    }
}
