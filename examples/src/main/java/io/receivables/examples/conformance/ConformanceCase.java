package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One worked example.
 *
 * @param id its name
 * @param input what the library is given
 * @param expect what it is to answer; an empty object where it is to refuse
 * @param reject whether it is to refuse the input
 */
public record ConformanceCase(String id, Input input, JsonNode expect, boolean reject) {}
