package dev.zt.engine.compile;

/** What generated classes are: numbered blocks of rules that are judged one after the other. */
abstract class Code {
  /** Judges the rules of a block and leaves in the frame what they came to. */
  abstract void run(int block, Frame frame);
}
