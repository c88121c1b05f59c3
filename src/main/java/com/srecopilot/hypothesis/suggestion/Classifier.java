package com.srecopilot.hypothesis.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.oracle.labs.mlrg.olcut.util.Pair;

import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Multinomial logistic regression: learns thousands of incidents in a second, and tells each word's share in an answer. */
final class Classifier {

    private static final LabelFactory LABELS = new LabelFactory();
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
    /** Few rounds with a firm step: its confidence then is about its accuracy on what it has not seen (bin/bench suggestions). */
    private static final double STEP = 0.5;
    private static final int ROUNDS = 3;
    private static final int WORDS = 3;

    static {
        TRIBUO.setLevel(Level.WARNING);
    }

    private final Model<Label> model;

    private Classifier(Model<Label> model) {
        this.model = model;
    }

    /** @param examples of two answers at least */
    static Classifier fit(List<Learned> examples) {
        var data = new MutableDataset<>(new SimpleDataSourceProvenance("incidents", LABELS), LABELS);
        examples.stream().filter(each -> !each.features().all().isEmpty()).forEach(each -> data.add(example(each.features(), new Label(each.answer()))));
        return new Classifier(new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(STEP), ROUNDS, Integer.MAX_VALUE, 1, 1L).train(data));
    }

    static Classifier read(InputStream in) throws IOException {
        return new Classifier(Model.deserialize(ModelProto.parseFrom(in)).castModel(Label.class));
    }

    byte[] bytes() {
        return model.serialize().toByteArray();
    }

    /** Nothing when it knows no word of it. */
    Optional<Guess> guess(Features features) {
        return predict(features).map(predicted -> {
            Label best = predicted.getOutput();
            return new Guess(best.getLabel(), best.getScore(), words(features, best.getLabel()));
        });
    }

    /** How likely each answer is; empty when it knows no word of it. */
    Map<String, Double> shares(Features features) {
        var shares = new LinkedHashMap<String, Double>();
        predict(features).ifPresent(predicted -> predicted.getOutputScores().forEach((answer, label) -> shares.put(answer, label.getScore())));
        return shares;
    }

    private Optional<Prediction<Label>> predict(Features features) {
        boolean knowsNone = features.all().keySet().stream().allMatch(name -> model.getFeatureIDMap().get(name) == null);
        return knowsNone ? Optional.empty() : Optional.of(model.predict(example(features, LabelFactory.UNKNOWN_LABEL)));
    }

    private List<String> words(Features features, String answer) {
        return model.getExcuse(example(features, LabelFactory.UNKNOWN_LABEL)).stream()
                .flatMap(excuse -> excuse.getScores().get(answer).stream()).filter(word -> word.getB() > 0).map(Pair::getA)
                .filter(Features::isWord).limit(WORDS).toList();
    }

    private static Example<Label> example(Features features, Label label) {
        return new ArrayExample<>(label, features.all().keySet().toArray(String[]::new),
                features.all().values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
