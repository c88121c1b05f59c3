package com.srecopilot.incident.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** All places where contents may be: new ones go to the chosen one, old ones are read where they were kept. */
@Component
class EvidenceContents {

    private final Map<String, Contents> byName;
    private final Contents chosen;

    EvidenceContents(List<Contents> all, EvidenceProperties properties) {
        this.byName = all.stream().collect(Collectors.toMap(Contents::name, Function.identity()));
        this.chosen = byName.get(properties.store());
    }

    Contents chosen() {
        return chosen;
    }

    Contents of(Evidence evidence) {
        return byName.get(evidence.store());
    }

    /** Piece by piece from its first on: a slow reader holds neither memory nor a connection to the database. */
    void copy(Evidence evidence, byte[] begin, OutputStream target) throws IOException {
        Contents store = of(evidence);
        byte[] piece = begin;
        for (int place = 1; piece.length > 0; place++) {
            target.write(piece);
            piece = piece.length < Contents.PIECE ? new byte[0] : store.piece(evidence.id(), place);
        }
    }

    /** @return the bytes of that piece, empty behind the end */
    byte[] piece(Evidence evidence, int place) {
        try {
            return of(evidence).piece(evidence.id(), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
