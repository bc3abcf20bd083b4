package dev.zt.engine.facts;

import dev.zt.EntityStore;
import java.util.function.Function;

/** An entity store whose entities never change, so that what follows from them can be kept. */
public interface EntitySnapshot extends EntityStore {
  /**
   * What was made of this store under the layout that was asked for last. The maker may run twice
   * when threads race.
   */
  Hierarchy hierarchy(Layout layout, Function<Layout, Hierarchy> maker);
}
