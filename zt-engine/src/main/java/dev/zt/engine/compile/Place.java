package dev.zt.engine.compile;

import java.util.List;

/**
 * Where rules have their place in the generated classes, or an index of such places. Each is equal
 * only to itself.
 */
@FunctionalInterface
interface Place {
  /** The block of the rules, once the classes are defined. */
  Block block(List<Code> defined);

  /** Whether it is an index, whose rules are looked up. */
  default boolean isIndex() {
    return true;
  }

  /** The rules that are judged one after the other. */
  default List<Provision> rules() {
    return List.of();
  }

  /** Rules that are judged one after the other by generated code. */
  final class Straight implements Place {
    private final List<Provision> rules;
    private final int home;
    private final int number;

    /**
     * A place.
     *
     * @param home the number of the generated class
     * @param number the block in it
     */
    Straight(List<Provision> rules, int home, int number) {
      this.rules = rules;
      this.home = home;
      this.number = number;
    }

    @Override
    public boolean isIndex() {
      return false;
    }

    @Override
    public List<Provision> rules() {
      return rules;
    }

    @Override
    public Block block(List<Code> defined) {
      return new Block.Straight(defined.get(home), number);
    }
  }

  /** Rules that are true for ever. */
  final class Settled implements Place {
    private final List<Provision> rules;

    Settled(List<Provision> rules) {
      this.rules = rules;
    }

    @Override
    public boolean isIndex() {
      return false;
    }

    @Override
    public List<Provision> rules() {
      return rules;
    }

    @Override
    public Block block(List<Code> defined) {
      return new Block.Settled(rules.stream().mapToInt(Provision::number).toArray());
    }
  }

  /** A rule that needs no code. */
  final class Plain implements Place {
    private final PlainRule rule;

    Plain(PlainRule rule) {
      this.rule = rule;
    }

    @Override
    public Block block(List<Code> defined) {
      return rule;
    }
  }
}
