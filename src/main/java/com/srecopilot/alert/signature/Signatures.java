package com.srecopilot.alert.signature;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Service;

import com.srecopilot.encryption.Undecipherable;
import com.srecopilot.identity.Briefly;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/** The door that a delivery of a source with a signature must pass. Any other source pays nothing: its key says that it has none. */
@Service
public class Signatures {

    private static final int MOST = 10_000;

    private final Briefly<String, Demand> demands;
    private final Briefly<URI, X509Certificate> certificates;
    private final SignatureSettings settings;
    private final Amazon amazon;
    private final Clock clock;

    Signatures(SignatureSettings settings, Amazon amazon, Clock clock) {
        this.settings = settings;
        this.amazon = amazon;
        this.clock = clock;
        this.demands = new Briefly<>(Duration.ofMinutes(10), MOST, clock);
        this.certificates = new Briefly<>(Duration.ofDays(1), 100, clock);
    }

    private record Demand(Signature signature, String secret) {

        @Override
        public String toString() {
            return "Demand[" + signature.scheme() + "]";
        }
    }

    /**
     * Called outside of any transaction.
     *
     * @param body as it came over the wire
     * @param headers the value of a header, or null
     * @throws WrongSignature with the reason
     * @throws Unverifiable when that can't be told now
     */
    public void check(IngestKey source, byte[] body, UnaryOperator<String> headers) {
        String revision = source.handling().get(SignatureSettings.HANDLING);
        if (revision != null) {
            verify(demand(source, revision), body, headers);
        }
    }

    private void verify(Demand demand, byte[] body, UnaryOperator<String> headers) {
        Signature signature = demand.signature();
        if (signature.scheme() == Scheme.SNS) {
            verify(SnsMessage.of(body, signature.topics(), clock.instant()));
            return;
        }
        String timestamp = signature.timestampHeader();
        byte[] signed = timestamp.isEmpty() ? body : Hmac.timed(timestamp, headers.apply(timestamp), body, clock.instant(), signature.tolerance());
        Hmac.verify(demand.secret(), signature.header(), headers.apply(signature.header()), signed);
    }

    private void verify(SnsMessage message) {
        URI address = message.certificate();
        message.verify(certificates.get(address, at -> Optional.of(amazon.certificate(at))).orElseThrow(), clock.instant());
        if (message.asksToConfirm()) {
            amazon.confirm(message.confirmation());
        }
    }

    private Demand demand(IngestKey source, String revision) {
        try {
            return demands.get(revision, key -> Actor.system(source.tenant(), "intake").call(() -> settings.find(source.id())
                    .map(set -> new Demand(set, settings.secret(source.id(), set)))))
                    .orElseThrow(() -> new Unverifiable("The signature of this source is being changed", null));
        } catch (Undecipherable e) {
            throw new Unverifiable(e.getMessage(), e);
        }
    }
}
