package dev.zt.dsl.check;

import dev.zt.dsl.suite.GivenEntity;
import dev.zt.policy.value.Value;

/** Who or what a test gives, with its fields. */
record GivenParty(Value.Ref reference, GivenFields fields) {
  GivenParty copy() {
    return new GivenParty(reference, fields.copy());
  }

  GivenEntity toEntity() {
    return new GivenEntity(reference, fields.known(), fields.unknown());
  }
}
