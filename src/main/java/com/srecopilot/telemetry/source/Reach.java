package com.srecopilot.telemetry.source;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Whereabouts;

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
                if (Whereabouts.of(address) != Whereabouts.PUBLIC && allowed.stream().noneMatch(network -> network.holds(address))) {
                    throw new Unanswered("it stands in a private network; whoever runs SRE Copilot can allow that network in SRECOPILOT_TELEMETRY_PROMETHEUS_REACHABLE");
                }
            }
        } catch (UnknownHostException e) {
            throw new Unanswered("its host can't be found");
        }
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
