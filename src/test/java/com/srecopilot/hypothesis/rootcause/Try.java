package com.srecopilot.hypothesis.rootcause;

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

final class Try {
    static double imp(LabelledCase c, Map<String, Long> n) { return (c.system().startsWith("made") ? 0.25 : 1.0) / n.get(c.system()); }
    static Map<String, Double> fit(List<LabelledCase> cs) {
        Map<String, Long> n = cs.stream().collect(Collectors.groupingBy(LabelledCase::system, Collectors.counting()));
        return Fit.weights(cs, c -> imp(c, n));
    }
    static String line(String name, List<LabelledCase> cs, Function<LabelledCase, Map<String, Double>> w) {
        double a1 = 0, a3 = 0; 
        for (LabelledCase c : cs) { int r = c.rank(c.clues().scores(w.apply(c))); a1 += r <= 1 ? 1 : 0; a3 += r <= 3 ? 1 : 0; }
        return String.format("%-40s n=%d AC@1 %.3f AC@3 %.3f", name, cs.size(), a1 / cs.size(), a3 / cs.size());
    }
    public static void main(String[] a) {
        List<LabelledCase> pub = LabelledCase.publicOnes(Path.of("../shared/data/rca"), 0);
        List<LabelledCase> late = LabelledCase.publicOnes(Path.of("../shared/data/rca"), 60);
        List<LabelledCase> dev = LabelledCase.madeOnes(11, 0);
        System.out.printf("max s %.2f mean %.3f%n", Stream.of(pub, dev).flatMap(List::stream).mapToDouble(LabelledCase::seconds).max().getAsDouble(), pub.stream().mapToDouble(LabelledCase::seconds).average().getAsDouble());
        List<LabelledCase> all = new ArrayList<>(pub); all.addAll(dev);
        Map<String, Double> in = fit(all);
        System.out.println("all " + in);
        Map<String, Double> syn = fit(dev);
        System.out.println("syn " + syn);
        Map<String, Map<String, Double>> out = new TreeMap<>();
        for (LabelledCase c : pub) out.computeIfAbsent(c.system(), s -> fit(all.stream().filter(x -> !x.system().equals(s)).toList()));
        for (LabelledCase c : dev) out.computeIfAbsent(c.system(), s -> fit(all.stream().filter(x -> !x.system().equals(s)).toList()));
        for (String s : out.keySet()) {
            Predicate<LabelledCase> p = c -> c.system().equals(s);
            System.out.println(line(s + " in", all.stream().filter(p).toList(), c -> in));
            System.out.println(line(s + " loso", all.stream().filter(p).toList(), c -> out.get(s)));
            if (!s.startsWith("made")) { System.out.println(line(s + " syn only", all.stream().filter(p).toList(), c -> syn));
            System.out.println(line(s + " loso late", late.stream().filter(p).toList(), c -> out.get(s))); }
        }
        System.out.println(line("synthetic dev loso", dev, c -> out.get(c.system())));
        all.stream().collect(Collectors.groupingBy(c -> (c.system().startsWith("made") ? "made" : c.system()) + "/" + c.fault(), TreeMap::new, Collectors.toList()))
            .forEach((k, v) -> System.out.println(line(k, v, c -> out.get(c.system()))));
        if (a.length > 0) for (LabelledCase c : all) { if (c.system().matches(a[0])) { double[] sc = c.clues().scores(out.get(c.system())); int r = c.rank(sc); if (r > 1) { 
            int top = 0; for (int i = 0; i < sc.length; i++) if (sc[i] > sc[top]) top = i;
            System.out.println(c.id() + " " + c.fault() + " rank " + r + " truth " + c.truth() + show(c, c.answer(), out.get(c.system())) + "\n    top " + c.clues().services.get(top) + show(c, top, out.get(c.system()))); } } }
    }
    static String show(LabelledCase c, int i, Map<String, Double> w) { StringBuilder b = new StringBuilder(); c.clues().values.forEach((k, v) -> { if (v[i] > 0.005) b.append(String.format(" %s=%.2f", k, v[i])); }); return b.toString(); }
}
