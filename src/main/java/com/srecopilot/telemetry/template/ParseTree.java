package com.srecopilot.telemetry.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of lines of one service: a tree of fixed depth, by the count of words and then the first ones, whose leaves
 * hold kinds. A line that fits none joins those that it is like. Unlike in the original a word is held to be a name only
 * when {@value #NAMES} different ones have stood in its place alone (or what looks like a variable), and never one that
 * tells how something went; the kinds until then become part of the oldest. Not safe for use by threads.
 */
public final class ParseTree {

    /** Of one service; further lines count for a kind that is all variable. */
    public static final int MOST = 1_000;
    static final int NAMES = 5;
    private static final int PREFIX = 2;
    private static final int MOST_CHILDREN = 100;
    private static final double ALIKE = 0.4;
    private static final int SAME = -1;
    private static final int APART = -2;
    private static final String[] REST = {Masking.OTHER};

    private final Map<Integer, Node> byLength = new HashMap<>();
    private final Map<Long, Kind> kinds = new HashMap<>();

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final List<Kind> kinds = new ArrayList<>();
    }

    /** What became of a line: its kind as it reads now, and kinds that are a part of it from now on. */
    public record Lesson(Kind kind, List<Kind> parts) {
    }

    /** Gives kinds their ids. */
    public interface Register {
        long born(String template);
    }

    public int size() {
        return kinds.size();
    }

    /** The closest of those that it fits as they are. */
    public Optional<Kind> match(String[] line) {
        Kind best = null;
        for (Node leaf : leaves(line)) {
            for (Kind kind : leaf.kinds) {
                if (kind.fits(line) && (best == null || kind.literals() > best.literals())) {
                    best = kind;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of a line that matches none: joins it to kinds that it is like, or makes one of it while there is room. */
    public Lesson learn(String[] line, Register register) {
        Lesson lesson = alike(line).map(this::grown).or(() -> kinds.size() < MOST ? Optional.empty() : match(REST).map(rest -> new Lesson(rest, List.of())))
                .orElseGet(() -> born(kinds.size() < MOST ? line : REST, register));
        put(lesson.kind());
        return lesson;
    }

    /** What has become more general may be like others now; all of it leaves the tree. */
    private Lesson grown(Lesson lesson) {
        remove(lesson.kind().id());
        lesson.parts().forEach(part -> remove(part.id()));
        return alike(lesson.kind().words()).map(wider -> grown(both(lesson, wider))).orElse(lesson);
    }

    private static Lesson both(Lesson lesson, Lesson wider) {
        boolean older = lesson.kind().id() < wider.kind().id();
        List<Kind> parts = Stream.of(lesson.parts(), wider.parts(), List.of(older ? wider.kind() : lesson.kind())).flatMap(List::stream).toList();
        return new Lesson(new Kind(older ? lesson.kind().id() : wider.kind().id(), wider.kind().words()), parts);
    }

    private static Lesson born(String[] words, Register register) {
        return new Lesson(new Kind(register.born(String.join(" ", words)), words), List.of());
    }

    private Optional<Lesson> alike(String[] line) {
        Map<Integer, List<Kind>> byName = new HashMap<>();
        for (Kind kind : kinds.values()) {
            int name = kind.words().length == line.length && similar(kind.words(), line) ? name(kind.words(), line) : APART;
            if (name != APART) {
                byName.computeIfAbsent(name, each -> new ArrayList<>()).add(kind);
            }
        }
        return byName.entrySet().stream().filter(each -> each.getKey() == SAME || each.getValue().size() >= NAMES - 1)
                .min(Map.Entry.comparingByKey()).map(each -> union(each.getValue(), line));
    }

    private static boolean similar(String[] words, String[] line) {
        int equal = 0;
        for (int i = 0; i < words.length; i++) {
            equal += words[i].equals(line[i]) && !Kind.variable(words[i]) ? 1 : 0;
        }
        return equal >= ALIKE * words.length;
    }

    /** Where the only word stands that would have to be a name for both to be one; or {@link #SAME}, or {@link #APART} when there are more, or they differ in what tells. */
    private static int name(String[] words, String[] line) {
        int name = SAME;
        for (int i = 0; i < words.length; i++) {
            boolean known = Kind.variable(words[i]);
            boolean masked = Kind.variable(line[i]);
            if (words[i].equals(line[i])) {
                continue;
            }
            if (!known && !masked && name != SAME || !known && Kind.telling(words[i]) || !masked && Kind.telling(line[i])) {
                return APART;
            }
            name = known || masked ? name : i;
        }
        return name;
    }

    private static Lesson union(List<Kind> alike, String[] line) {
        String[] words = line.clone();
        for (Kind kind : alike) {
            for (int i = 0; i < words.length; i++) {
                words[i] = words[i].equals(kind.words()[i]) ? words[i] : Masking.OTHER;
            }
        }
        Kind oldest = alike.stream().min(Comparator.comparingLong(Kind::id)).orElseThrow();
        return new Lesson(new Kind(oldest.id(), words), alike.stream().filter(kind -> kind != oldest).toList());
    }

    /** Under its id, in place of what was there under it. */
    public void put(Kind kind) {
        remove(kind.id());
        kinds.put(kind.id(), kind);
        Node node = byLength.computeIfAbsent(kind.words().length, length -> new Node());
        for (int i = 0; i < Math.min(PREFIX, kind.words().length); i++) {
            node = child(node, kind.words()[i]);
        }
        node.kinds.add(kind);
    }

    private static Node child(Node node, String word) {
        boolean room = node.children.containsKey(word) || node.children.size() < MOST_CHILDREN && !Kind.variable(word);
        return node.children.computeIfAbsent(room ? word : Masking.OTHER, each -> new Node());
    }

    public void remove(long id) {
        Kind gone = kinds.remove(id);
        if (gone != null) {
            leaves(gone.words()).forEach(leaf -> leaf.kinds.removeIf(each -> each.id() == id));
        }
    }

    /** Where its kind may lie: by its first words, each also as a variable. A word that is a variable may lie under any. */
    private List<Node> leaves(String[] line) {
        List<Node> nodes = Optional.ofNullable(byLength.get(line.length)).map(List::of).orElse(List.of());
        for (int i = 0; i < Math.min(PREFIX, line.length); i++) {
            String word = line[i];
            nodes = nodes.stream().flatMap(node -> (Kind.variable(word) ? node.children.values().stream()
                    : Arrays.asList(node.children.get(word), node.children.get(Masking.OTHER)).stream()).filter(each -> each != null)).toList();
        }
        return nodes;
    }
}
