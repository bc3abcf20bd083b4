package dev.zt.engine.facts;

/**
 * What is declared of a signal, and what policies ask of it.
 *
 * @param number its place among the declared signals, in order of name
 * @param records how records of it are answered
 */
record SignalShape(int number, Shape shape, Inquiry inquiry, RecordAnswers records) {}
