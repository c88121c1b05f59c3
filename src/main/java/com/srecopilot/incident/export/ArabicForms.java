package com.srecopilot.incident.export;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Arabic letters as they look in their word: alone, at its end, at its beginning or within. */
final class ArabicForms {

    private enum Form { ISOLATED, FINAL, INITIAL, MEDIAL }

    private static final char LENGTHENING = '\u0640';
    private static final Map<String, Map<Form, Character>> FORMS = forms();

    private ArabicForms() {
    }

    /** Unicode has the forms as signs of their own, each with the letters that it is a form of. */
    private static Map<String, Map<Form, Character>> forms() {
        var forms = new HashMap<String, Map<Form, Character>>();
        for (char sign = '\uFB50'; sign <= '\uFEFC'; sign++) {
            String name = Character.getName(sign);
            String letters = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC);
            if (name == null || !name.endsWith(" FORM") || letters.length() > 1 && !letters.matches("\u0644[\u0622\u0623\u0625\u0627]")) {
                continue;
            }
            for (Form form : Form.values()) {
                if (name.endsWith(form + " FORM")) {
                    forms.computeIfAbsent(letters, key -> new HashMap<>()).put(form, sign);
                }
            }
        }
        return forms;
    }

    /** @param text in the order of writing */
    static String shaped(String text) {
        if (text.chars().noneMatch(sign -> sign >= '\u0600' && sign <= '\u06FF')) {
            return text;
        }
        var shaped = new StringBuilder(text.length());
        boolean joined = false;
        for (int i = 0; i < text.length();) {
            int length = i + 1 < text.length() && FORMS.containsKey(text.substring(i, i + 2)) ? 2 : 1;
            String letters = text.substring(i, i + length);
            boolean goesOn = joinsNext(letters) && joinsBefore(text, i + length);
            Map<Form, Character> forms = FORMS.get(letters);
            if (forms != null) {
                shaped.append(form(forms, joined, goesOn));
            } else {
                shaped.append(letters);
            }
            if (!PixelFont.isMark(text.charAt(i))) {
                joined = goesOn;
            }
            i += length;
        }
        return shaped.toString();
    }

    private static char form(Map<Form, Character> forms, boolean joined, boolean goesOn) {
        Form form = joined ? (goesOn ? Form.MEDIAL : Form.FINAL) : goesOn ? Form.INITIAL : Form.ISOLATED;
        return forms.getOrDefault(form, forms.values().iterator().next());
    }

    private static boolean joinsNext(String letters) {
        return letters.charAt(0) == LENGTHENING || FORMS.getOrDefault(letters, Map.of()).containsKey(Form.INITIAL);
    }

    /** Whether the next letter, marks aside, is one that a letter before it can be joined to. */
    private static boolean joinsBefore(String text, int from) {
        int next = from;
        while (next < text.length() && PixelFont.isMark(text.charAt(next))) {
            next++;
        }
        return next < text.length() && (text.charAt(next) == LENGTHENING
                || FORMS.getOrDefault(text.substring(next, next + 1), Map.of()).containsKey(Form.FINAL));
    }
}
