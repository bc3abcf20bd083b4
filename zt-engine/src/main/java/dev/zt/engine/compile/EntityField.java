package dev.zt.engine.compile;

import dev.zt.engine.facts.Layout;

/**
 * A field of an entity, by name, and where it is in the type that is expected most.
 *
 * @param type the number of that type; -1 for none
 * @param slot the field's slot in it
 */
record EntityField(String name, int type, int slot, Layout layout) {
  static EntityField of(String name, String likely, Layout layout) {
    int slot = layout.entitySlot(likely, name);
    return new EntityField(name, slot < 0 ? -1 : layout.entityType(likely), slot, layout);
  }

  /** Where it is in a type by qualified name; -1 for one that has no such field. */
  int slotIn(String entityType) {
    return layout.entitySlot(entityType, name);
  }
}
