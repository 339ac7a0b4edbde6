package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.ReadyPolicies;
import io.receivables.dunning.policy.SalesInvolvement;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import io.receivables.dunning.policy.Tone;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The format of policies, what is refused, and that a policy with mistakes is read as it is. */
class PolicyJsonTest {
    private static final String FRANCE = """
            {"id":"france","steps":[\
            {"kind":"courtesy","daysPastDue":-5,"paymentLink":true},\
            {"kind":"reminder","level":1,"daysPastDue":5,"minimums":[{"amount":"10.00","currency":"EUR"}],\
            "paymentLink":true},\
            {"kind":"reminder","level":2,"daysPastDue":15,"tone":"neutral","sales":"informed","paymentLink":true},\
            {"kind":"reminder","level":3,"daysPastDue":25,"channel":"phone","tone":"firm"},\
            {"kind":"formal-notice","level":4,"daysPastDue":35,"sales":"informed"},\
            {"kind":"negotiation","level":5,"daysPastDue":50},\
            {"kind":"hand-over","level":6,"daysPastDue":75}],\
            "graceDays":3,"minimumInterval":7,"promiseGraceDays":2,"planToleranceDays":5,"calendar":"FR",\
            "language":"fr","country":"FR","interestRegime":"fr-l441-10","alerts":{"worsening-payer":"courtesy"}}""";

    private static final DunningPolicy FULL = DunningPolicy.of(
                    "full",
                    DunningStep.of(StepKind.REMINDER, 1)
                            .daysPastDue(0)
                            .afterPrevious(4)
                            .by(Channel.LETTER)
                            .in(Tone.FIRM)
                            .template("own")
                            .fee(Fee.fixed(Money.of("5", "EUR"), Money.of("0", "JPY")))
                            .atLeast(Money.of("20", "EUR"), Money.of("30", "CAD"))
                            .sales(SalesInvolvement.ASKED_FIRST)
                            .withPaymentLink()
                            .interest(true)
                            .to(Successor.LAWYER),
                    DunningStep.formalNotice(2, 30)
                            .by(Channel.EMAIL)
                            .fee(Fee.percentOfOriginal("2.50"))
                            .interest(false))
            .withGraceDays(1)
            .grouped(Grouping.PER_INVOICE)
            .mixingLevels(false)
            .catchingUp(CatchUp.MOST_SEVERE)
            .onPartPayment(PartPayment.RESTARTS)
            .withMinimumInterval(2)
            .withPromiseGraceDays(3)
            .withPlanToleranceDays(4)
            .coveredByCredit(false)
            .onCalendar(DunningPolicy.EVERY_DAY)
            .inLanguage("fr")
            .underLawOf("CA-QC")
            .withInterest("ca-contract")
            .withAttempts(5)
            .withoutContactOnReturn()
            .onAlert(AlertKind.OTHER, AlertResponse.COURTESY)
            .onAlert(AlertKind.LIMIT_BREACH, AlertResponse.HOLD)
            .withAlertHoldDays(6);

    static Stream<Arguments> policies() {
        return Stream.of(
                arguments(ReadyPolicies.france(), FRANCE),
                arguments(FULL, """
                        {"id":"full","steps":[{"kind":"reminder","level":1,"daysPastDue":0,"daysAfterPrevious":4,\
                        "channel":"letter","tone":"firm","template":"own",\
                        "fees":[{"amount":"5.00","currency":"EUR"},{"amount":"0","currency":"JPY"}],\
                        "minimums":[{"amount":"30.00","currency":"CAD"},{"amount":"20.00","currency":"EUR"}],\
                        "sales":"asked-first","paymentLink":true,"interest":true,"successor":"lawyer"},\
                        {"kind":"formal-notice","level":2,"daysPastDue":30,"channel":"email","feePercent":"2.5",\
                        "interest":false}],"graceDays":1,"grouping":"per-invoice","mixesLevels":false,\
                        "catchUp":"most-severe","partPayment":"restarts","minimumInterval":2,"promiseGraceDays":3,\
                        "planToleranceDays":4,"creditCovers":false,"calendar":"every-day","language":"fr",\
                        "country":"CA-QC","interestRegime":"ca-contract","attempts":5,"returnContact":"none",\
                        "alerts":{"limit-breach":"hold","other":"courtesy"},"alertHoldDays":6}"""),
                arguments(DunningPolicy.of("", DunningStep.of(StepKind.COURTESY, 0)), """
                        {"id":"","steps":[{"kind":"courtesy"}]}"""),
                arguments(DunningPolicy.of("visits").contactOnReturn(Channel.VISIT), """
                        {"id":"visits","steps":[],"returnContact":"visit"}"""));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_policy_is_one_object_of_what_is_not_as_usual(DunningPolicy policy, String json) throws Exception {
        for (Jackson line : Jackson.values()) {
            Jackson.Mapper strict = line.mapper(JsonOptions.standard().refusingUnknownFields());

            assertThat(strict.write(policy)).as("%s", line).isEqualTo(json);
            assertThat(strict.read(json, DunningPolicy.class)).as("%s", line).isEqualTo(policy);
            assertThat(line.mapper().readThroughTree(json, DunningPolicy.class)).isEqualTo(policy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_ready_policy_comes_back(Jackson line) throws Exception {
        Jackson.Mapper strict = line.mapper(JsonOptions.standard().refusingUnknownFields());
        for (DunningPolicy policy : ReadyPolicies.all()) {
            assertThat(strict.read(strict.write(policy), DunningPolicy.class)).isEqualTo(policy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_as_usual_may_be_said_and_null_says_nothing(Jackson line) throws Exception {
        String json = """
                {"steps":[{"level":1,"kind":"reminder","channel":"email","tone":null,"paymentLink":false,"fees":[],\
                "minimums":[],"interest":false,"feePercent":null,"template":"reminder-courteous"}],"attempts":3,\
                "returnContact":"phone","country":null,"alerts":{"other":"none","limit-breach":null},"id":"p"}""";

        assertThat(line.mapper().read(json, DunningPolicy.class))
                .isEqualTo(DunningPolicy.of("p", DunningStep.of(StepKind.REMINDER, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void amounts_and_a_percentage_may_be_numbers(Jackson line) throws Exception {
        String json = """
                {"kind":"reminder","level":1,"feePercent":2.50,"minimums":[{"amount":20,"currency":"EUR"}]}""";
        DunningStep step = DunningStep.of(StepKind.REMINDER, 1)
                .fee(Fee.percentOfOriginal("2.5"))
                .atLeast(Money.of("20", "EUR"));

        assertThat(line.mapper().read(json, DunningStep.class)).isEqualTo(step);
        assertThat(line.mapper(JsonOptions.standard().amountsAsNumbers()).write(step))
                .isEqualTo(json.replace("2.50", "\"2.5\"").replace("20,", "20.00,"));
    }

    /** What is wrong is told by the policy, all at once and by the fields of the JSON. */
    @ParameterizedTest
    @EnumSource
    void a_policy_with_mistakes_is_read_and_lists_them_all(Jackson line) throws Exception {
        String json = """
                {"steps":[{"kind":"reminder","daysPastDue":-1},{"kind":"courtesy","daysPastDue":1},\
                {"kind":"reminder","level":2,"daysPastDue":10,"template":"  ","minimums":[{"amount":"-1","currency":"EUR"}]},\
                {"kind":"return-contact","level":3,"daysAfterPrevious":-4}],\
                "language":"xx","attempts":0,"graceDays":4000,"interestRegime":"?"}""";

        assertThat(line.mapper().read(json, DunningPolicy.class).problems())
                .extracting(problem ->
                        problem.code().id().substring("RCV-POLICY-".length()) + " " + problem.attribute(Problem.FIELD))
                .containsExactly(
                        "001 id",
                        "019 language",
                        "021 interestRegime",
                        "014 graceDays",
                        "022 attempts",
                        "004 steps[0].level",
                        "011 steps[0].daysPastDue",
                        "008 steps[1].daysPastDue",
                        "007 steps[1].kind",
                        "001 steps[2].template",
                        "015 steps[2].minimums",
                        "105 steps[2].daysPastDue",
                        "014 steps[3].daysAfterPrevious",
                        "017 steps[3].kind");
        assertThat(line.mapper().read("{}", DunningPolicy.class).problems())
                .extracting(problem -> problem.attribute(Problem.FIELD))
                .containsExactly("id", "steps");
    }

    // ---- what cannot be represented

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("\"france\"", "7", "id: 7 is of the wrong type; give a string"),
                arguments(
                        "\"graceDays\":3",
                        "\"graceDays\":\"3\"",
                        "graceDays: \"3\" is of the wrong type; give a whole number"),
                arguments(
                        "\"daysPastDue\":15",
                        "\"daysPastDue\":1.5",
                        "steps[2].daysPastDue: 1.5 is no whole number of a sensible size"),
                arguments(
                        "\"daysPastDue\":15",
                        "\"daysPastDue\":2147483648",
                        "steps[2].daysPastDue: 2147483648 is no whole number of a sensible size"),
                arguments(
                        "\"kind\":\"negotiation\",",
                        "",
                        "steps[5].kind: missing; give one of courtesy, reminder, formal-notice, negotiation, credit-stop,"
                                + " hand-over, write-off-proposal, return-contact"),
                arguments(
                        "\"tone\":\"neutral\"",
                        "\"tone\":\"rude\"",
                        "steps[2].tone: \"rude\" is unknown; use one of courteous, neutral, firm, formal"),
                arguments(
                        "\"channel\":\"phone\"",
                        "\"channel\":\"fax\"",
                        "steps[3].channel: \"fax\" is unknown; use one of email, letter, registered-letter, phone,"
                                + " text-message, portal, visit, other"),
                arguments(
                        "\"sales\":\"informed\",\"paymentLink\":true",
                        "\"paymentLink\":\"true\"",
                        "steps[2].paymentLink: \"true\" is of the wrong type; give true or false"),
                arguments(
                        "{\"kind\":\"courtesy\"",
                        "[],{\"kind\":\"courtesy\"",
                        "steps[0]: an array is no object; write the DunningStep as {…}"),
                arguments(
                        "\"10.00\"",
                        "\"10.001\"",
                        "steps[1].minimums[0].amount: amount 10.001 has more than 2 decimals for EUR: round it first"),
                arguments(
                        "[{\"amount\":\"10.00\",\"currency\":\"EUR\"}]",
                        "[{\"amount\":\"1\",\"currency\":\"EUR\"},{\"amount\":\"2\",\"currency\":\"EUR\"}]",
                        "steps[1].minimums: minimum EUR 2.00 comes beside EUR 1.00: give one per currency"),
                arguments(
                        "[{\"amount\":\"10.00\",\"currency\":\"EUR\"}]",
                        "{\"EUR\":\"10.00\"}",
                        "steps[1].minimums: an object is of the wrong type; give an array"),
                arguments(
                        "\"minimums\":[{\"amount\":\"10.00\"",
                        "\"fees\":[{\"amount\":\"-10.00\"",
                        "steps[1].fees: fee EUR -10.00 is negative: give zero or more"),
                arguments(
                        "\"minimums\":[{\"amount\":\"10.00\",\"currency\":\"EUR\"}]",
                        "\"fees\":[],\"feePercent\":\"5\"",
                        "steps[1].feePercent: \"5\" stands beside fees; keep one of the two"),
                arguments(
                        "\"daysPastDue\":50",
                        "\"feePercent\":\"100.1\"",
                        "steps[5].feePercent: fee of 100.1 percent is not between 0 and 100"),
                arguments(
                        "\"daysPastDue\":50",
                        "\"feePercent\":1e-999999999",
                        "steps[5].feePercent: fee of \"1e-999999999\" percent is no percentage: write it as 2.5"),
                arguments(
                        "\"daysPastDue\":50",
                        "\"feePercent\":true",
                        "steps[5].feePercent: true is of the wrong type; give a decimal string such as \"2.5\", or a"
                                + " number"),
                arguments(
                        "{\"worsening-payer\":\"courtesy\"}",
                        "{\"worsening-payer\":\"panic\"}",
                        "alerts.worsening-payer: \"panic\" is unknown; use one of none, courtesy, hold"),
                arguments(
                        "{\"worsening-payer\":\"courtesy\"}",
                        "[\"courtesy\"]",
                        "alerts[0]: \"courtesy\" is no object; write the Map as {…}"),
                arguments(
                        "{\"worsening-payer\":\"courtesy\"}",
                        "[]",
                        "alerts: an array is of the wrong type; give an object"),
                arguments("{\"worsening-payer\":\"courtesy\"}", "7", "alerts: 7 is of the wrong type; give an object"),
                arguments(
                        "\"alerts\":",
                        "\"returnContact\":\"pigeon\",\"alerts\":",
                        "returnContact: \"pigeon\" is unknown; use one of email, letter, registered-letter, phone,"
                                + " text-message, portal, visit, other, none"),
                arguments("\"minimumInterval\":7", "\"graceDays\":7", "graceDays: given twice; keep one of the two"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_cannot_be_represented_is_refused_by_path_value_and_fix(String part, String instead, String message) {
        assertThat(FRANCE).contains(part);
        String json = FRANCE.replace(part, instead);
        for (Jackson line : Jackson.values()) {
            assertThat(Refusals.of(line.mapper(), json, DunningPolicy.class).message())
                    .as("%s", line)
                    .isEqualTo(message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_path_is_jacksons_path_too(Jackson line) {
        assertThat(Refusals.of(line.mapper(), FRANCE.replace("\"10.00\"", "\"x\""), DunningPolicy.class)
                        .path())
                .isEqualTo(Arrays.asList("steps", null, "minimums", null, "amount"));
    }

    @ParameterizedTest
    @EnumSource
    void unknown_fields_are_tolerated_or_refused_at_every_depth(Jackson line) throws Exception {
        Jackson.Mapper strict = line.mapper(JsonOptions.standard().refusingUnknownFields());
        String inPolicy = FRANCE.replace("\"graceDays\"", "\"graceDay\"");
        String inStep = FRANCE.replace("\"daysPastDue\":25", "\"days\":{\"past\":[25]}");
        String inMinimum = FRANCE.replace("\"currency\":\"EUR\"", "\"currency\":\"EUR\",\"each\":1");
        String inAlerts = FRANCE.replace("\"worsening-payer\"", "\"worsening\"");

        assertThat(line.mapper().read(inPolicy, DunningPolicy.class))
                .isEqualTo(ReadyPolicies.france().withGraceDays(0));
        assertThat(line.mapper().read(inMinimum, DunningPolicy.class)).isEqualTo(ReadyPolicies.france());
        assertThat(line.mapper().read(inAlerts, DunningPolicy.class).alerts()).isEmpty();
        assertThat(Refusals.of(strict, inPolicy, DunningPolicy.class).message())
                .startsWith("graceDay: unknown field; remove it or use one of id, steps, graceDays,");
        assertThat(Refusals.of(strict, inStep, DunningPolicy.class).message())
                .startsWith("steps[3].days: unknown field; remove it or use one of kind, level, daysPastDue,");
        assertThat(Refusals.of(strict, inMinimum, DunningPolicy.class).message())
                .isEqualTo("steps[1].minimums[0].each: unknown field; remove it or use one of currency, amount");
        assertThat(Refusals.of(strict, inAlerts, DunningPolicy.class).message())
                .isEqualTo("alerts.worsening: unknown field; remove it or use one of worsening-payer, limit-breach,"
                        + " other");
    }
}
