package dev.zt.engine.facts;

import dev.zt.EntityStore;
import java.util.function.Function;

/** An entity store whose entities never change, so that what follows from them can be kept. */
public interface EntitySnapshot extends EntityStore {
  /**
   * What the maker makes of this store under a layout, kept while that layout is the last one asked
   * for. One layout is always asked for with one maker, which may run twice when threads race.
   */
  <L, B> B bound(L layout, Function<? super L, ? extends B> maker);
}
