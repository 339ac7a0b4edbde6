package io.receivables.payments.interac.fake;

/** Where one dialect is spoken. */
interface Door {
    /** What is asked for. Refuses what nobody can ask for. */
    FakeOperation operation(Ask ask);

    /** Does it. Refuses what is not as it should be. Held by the server's lock. */
    Reply answer(FakeOperation operation, Ask ask);

    /** The body of a refusal. */
    String refusal(String code, String message);
}
