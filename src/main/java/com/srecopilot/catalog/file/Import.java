package com.srecopilot.catalog.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** From bytes to an answer: read, look, and do it when nothing has moved since. */
@Component
class Import {

    private static final int MOST_BYTES = 1 << 20;

    private final Importing importing;

    Import(Importing importing) {
        this.importing = importing;
    }

    /**
     * @param plan null when there are problems
     * @param moved it is not the plan that was looked at
     */
    record Outcome(String text, boolean remove, List<Problem> problems, ImportPlan plan, boolean moved, boolean done) {
    }

    /** The file when there is one, else the text. Bytes that are no UTF-8 become U+0000, which no YAML may hold. */
    static String text(String text, MultipartFile file) throws IOException {
        return file == null || file.isEmpty() ? text : decoded(file.getSize() > MOST_BYTES ? new byte[MOST_BYTES + 1] : file.getBytes());
    }

    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return "\0";
        }
    }

    Outcome look(String text, boolean remove) {
        if (text.length() > MOST_BYTES) {
            return refused("", remove, List.of(new Problem(1, "takes at most 1 MiB of text")));
        }
        CatalogFile file = CatalogFile.parse(text);
        List<Problem> problems = file.problems().isEmpty() ? importing.refusals(file) : file.problems();
        return problems.isEmpty() ? new Outcome(text, remove, List.of(), importing.plan(file, remove), false, false) : refused(text, remove, problems);
    }

    Outcome apply(String text, boolean remove, String seen) {
        Outcome looked = look(text, remove);
        if (!looked.problems().isEmpty() || !looked.plan().fingerprint().equals(seen)) {
            return new Outcome(text, remove, looked.problems(), looked.plan(), true, false);
        }
        return new Outcome(text, remove, List.of(), importing.apply(CatalogFile.parse(text), remove), false, true);
    }

    /** Without anybody having looked first: for programs. */
    Outcome put(String text, boolean remove) {
        Outcome looked = look(text, remove);
        return looked.problems().isEmpty()
                ? new Outcome(text, remove, List.of(), importing.apply(CatalogFile.parse(text), remove), false, true) : looked;
    }

    private static Outcome refused(String text, boolean remove, List<Problem> problems) {
        return new Outcome(text, remove, problems, null, false, false);
    }
}
