package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.jackson.JsonOptions.Amounts;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all policies and events of dunning, for both lines of Jackson and both forms of amounts. */
class DunningJsonProperties {
    @Provide
    Arbitrary<DunningPolicy> policies() {
        return AnyDunning.policies();
    }

    @Provide
    Arbitrary<DunningEvent> events() {
        return AnyDunning.events();
    }

    @Provide
    Arbitrary<String> junk() {
        return SpoiltJson.junk();
    }

    private static JsonOptions options(Amounts form) {
        return form == Amounts.STRINGS
                ? JsonOptions.standard()
                : JsonOptions.standard().amountsAsNumbers();
    }

    /** Whatever is read back is what was written, byte for byte the same in both lines, and no field is unknown. */
    private static <T> T thereAndBack(T value, Class<T> type, Jackson line, Amounts form) throws Exception {
        Jackson.Mapper mapper = line.mapper(options(form).refusingUnknownFields());
        String json = mapper.write(value);
        assertThat(Jackson.TWO.mapper(options(form)).write(value)).isEqualTo(json);
        assertThat(mapper.read(mapper.writeBytes(value), type)).isEqualTo(value);
        return mapper.read(json, type);
    }

    @Property(tries = 150)
    void any_policy_comes_back_with_the_same_mistakes_and_so_does_any_step_by_itself(
            @ForAll("policies") DunningPolicy policy, @ForAll Jackson line, @ForAll Amounts form) throws Exception {
        DunningPolicy read = thereAndBack(policy, DunningPolicy.class, line, form);

        assertThat(read).isEqualTo(policy);
        assertThat(read.problems()).isEqualTo(policy.problems());
        for (DunningStep step : policy.steps()) {
            assertThat(thereAndBack(step, DunningStep.class, line, form)).isEqualTo(step);
        }
    }

    @Property
    void any_event_comes_back_and_so_does_the_key_of_an_action_by_itself(
            @ForAll("events") DunningEvent event, @ForAll Jackson line, @ForAll Amounts form) throws Exception {
        DunningEvent read = thereAndBack(event, DunningEvent.class, line, form);

        assertThat(read).isEqualTo(event);
        assertThat(line.mapper().read(line.mapper().write(event), event.getClass()))
                .isEqualTo(event);
        if (event instanceof DunningEvent.ActionAccepted accepted) {
            assertThat(thereAndBack(accepted.key(), ActionKey.class, line, form))
                    .isEqualTo(accepted.key());
        }
    }

    /** A value is exchanged for junk: both lines refuse it alike, or read the same. */
    @Property(tries = 200)
    void spoilt_policies_and_events_are_read_or_refused_alike(
            @ForAll("policies") DunningPolicy policy,
            @ForAll("events") DunningEvent event,
            @ForAll boolean ofEvent,
            @ForAll("junk") String junk,
            @ForAll int place)
            throws Exception {
        Object value = ofEvent ? event : policy;
        Class<?> type = ofEvent ? DunningEvent.class : DunningPolicy.class;
        String spoilt = SpoiltJson.of(Jackson.TWO.mapper().write(value), junk, place);

        assertThat(SpoiltJson.outcome(Jackson.TWO, spoilt, type))
                .isEqualTo(SpoiltJson.outcome(Jackson.THREE, spoilt, type));
    }
}
