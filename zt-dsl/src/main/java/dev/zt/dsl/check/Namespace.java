package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;

/** The kinds of names; declarations of two kinds may bear the same name. */
enum Namespace {
  VALUE("value", Code.UNKNOWN_NAME),
  TYPE("type", Code.UNKNOWN_TYPE),
  CALL("obligation or challenge", Code.UNKNOWN_CALL),
  EVENT("event", Code.UNKNOWN_EVENT),
  SEGMENT("segment", Code.UNKNOWN_SEGMENT);

  private final String noun;
  private final Code unknown;

  Namespace(String noun, Code unknown) {
    this.noun = noun;
    this.unknown = unknown;
  }

  /** What a name of this kind is called in messages. */
  String noun() {
    return noun;
  }

  /** The code for a name of this kind that is not declared. */
  Code unknown() {
    return unknown;
  }
}
