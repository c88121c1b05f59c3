package com.srecopilot.incident.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Stale;
import com.srecopilot.incident.IncidentMemory;
import com.srecopilot.incident.IncidentMemory.Moment;
import com.srecopilot.incident.IncidentView;

/** Does things to incidents, each in a transaction of its own, and remembers how to take them back. */
@Service
public class Acts {

    private final IncidentMemory memory;
    private final ActStore store;

    Acts(IncidentMemory memory, ActStore store) {
        this.memory = memory;
        this.store = store;
    }

    /**
     * One thing to one incident; what refuses it is thrown.
     *
     * @return what can be told and undone, or null when it changed nothing
     */
    public Act one(int number, String told, Runnable verb) {
        List<Act.Step> steps = new ArrayList<>();
        step(number, each -> verb.run(), steps);
        return steps.isEmpty() ? null : store.keep(told, steps, List.of());
    }

    /** @param done such as “assigned to Eli Okafor”: the sentence begins with the incidents */
    public Act each(List<Integer> numbers, String done, IntConsumer verb) {
        return each(numbers, done, verb, true);
    }

    /** The same for what reaches beyond the incident, and so is not taken back by a click. */
    public Act eachForGood(List<Integer> numbers, String done, IntConsumer verb) {
        return each(numbers, done, verb, false);
    }

    private Act each(List<Integer> numbers, String done, IntConsumer verb, boolean undoable) {
        List<Act.Step> steps = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int number : numbers) {
            refusal(number, () -> step(number, verb, steps), refused);
        }
        String told = steps.isEmpty() ? "Nothing was changed." : references(steps) + " " + done + ".";
        return store.keep(told, undoable ? steps : List.of(), refused);
    }

    /** @throws Stale when it is too late, was undone before, or is somebody else's act */
    public Act undo(UUID id) {
        Act.Stored act = store.take(id).orElseThrow(() -> new Stale("That can't be undone any more: it was undone already, or more than "
                + ActStore.SECONDS + " seconds ago."));
        List<Act.Step> undone = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Act.Step step : act.steps()) {
            refusal(step.before().number(), () -> {
                memory.restore(step.before(), step.version(), act.told());
                undone.add(step);
                return true;
            }, refused);
        }
        return store.rewrite(id, undone.isEmpty() ? "Nothing was undone." : "Undone for " + references(undone) + ".", refused);
    }

    private boolean step(int number, IntConsumer verb, List<Act.Step> steps) {
        Moment before = memory.of(number);
        verb.accept(number);
        int version = memory.of(number).version();
        return version != before.version() && steps.add(new Act.Step(before, version));
    }

    private static void refusal(int number, BooleanSupplier work, List<String> refused) {
        String reference = IncidentView.reference(number);
        try {
            if (!work.getAsBoolean()) {
                refused.add(reference + " is so already.");
            }
        } catch (Stale e) {
            refused.add(e.getMessage());
        } catch (NotFound e) {
            refused.add(reference + " is not there.");
        } catch (Invalid e) {
            refused.add(reference + ": " + e.field() + " " + e.getMessage() + ".");
        } catch (OptimisticLockingFailureException e) {
            refused.add(reference + " was changed by somebody else at the same moment.");
        }
    }

    private static String references(List<Act.Step> steps) {
        return steps.size() > 5 ? steps.size() + " incidents"
                : String.join(", ", steps.stream().map(step -> IncidentView.reference(step.before().number())).toList());
    }
}
