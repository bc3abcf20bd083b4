package dev.zt.examples.quickstart;

import dev.zt.Request;

/**
 * A question and the story behind it.
 *
 * @param title what is going on, in one line
 * @param request the question
 */
record Scenario(String title, Request request) {}
