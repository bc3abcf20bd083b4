package dev.zt.bench.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The right answer: every rule is looked at, every condition is walked, nothing is prepared.
 *
 * <p>A question is permitted when a permit applies, no forbid does, and every requirement is met.
 */
public final class Oracle {
  private final List<Rule> rules;
  private final Map<Reference, Thing> entities;

  /** The oracle of these rules in a world of these entities. */
  public Oracle(List<Rule> rules, Map<Reference, Thing> entities) {
    this.rules = rules;
    this.entities = entities;
  }

  /** Whether the question is permitted at that instant. */
  public boolean permits(Question question, Instant now) {
    Walk walk = new Walk(question, now);
    boolean permitted = false;
    for (Rule rule : rules) {
      if (concerns(rule, question)) {
        boolean holds = rule.condition().accept(walk);
        if (rule.effect() == Effect.PERMIT) {
          permitted |= holds;
        } else if (holds == (rule.effect() == Effect.FORBID)) {
          return false;
        }
      }
    }
    return permitted;
  }

  private static boolean concerns(Rule rule, Question question) {
    return rule.concerns(question.action(), question.resource().reference().type())
        && (rule.role() == null || question.subject().has(rule.role()));
  }

  /** The entity and everything that it is transitively a member of. */
  public static Set<Reference> upwards(Thing from, Map<Reference, Thing> entities) {
    Set<Reference> found = new HashSet<>();
    Deque<Reference> open = new ArrayDeque<>(from.memberships());
    found.add(from.reference());
    while (!open.isEmpty()) {
      Reference next = open.pop();
      Thing thing = entities.get(next);
      if (found.add(next) && thing != null) {
        open.addAll(thing.memberships());
      }
    }
    return found;
  }

  private final class Walk implements Condition.Visitor<Boolean> {
    private final Question question;
    private final Instant now;

    Walk(Question question, Instant now) {
      this.question = question;
      this.now = now;
    }

    private Object value(Path path) {
      return path.in(question, entities);
    }

    private long number(Path path) {
      return (Long) value(path);
    }

    @Override
    public Boolean always() {
      return true;
    }

    @Override
    public Boolean isTrue(Condition.IsTrue condition) {
      return (Boolean) value(condition.field());
    }

    @Override
    public Boolean isText(Condition.IsText condition) {
      return value(condition.field()).equals(condition.text());
    }

    @Override
    public Boolean same(Condition.Same condition) {
      return value(condition.left()).equals(value(condition.right()));
    }

    @Override
    public Boolean isSubject(Condition.IsSubject condition) {
      return value(condition.field()).equals(question.subject().reference());
    }

    @Override
    public Boolean atLeast(Condition.AtLeast condition) {
      return number(condition.field()) >= condition.bound();
    }

    @Override
    public Boolean below(Condition.Below condition) {
      return number(condition.field()) < condition.bound();
    }

    @Override
    public Boolean rankAtLeast(Condition.RankAtLeast condition) {
      return ((Rank) value(condition.field())).level() >= condition.bound().level();
    }

    @Override
    public Boolean versionAtLeast(Condition.VersionAtLeast condition) {
      return Arrays.compare(
              parts(((Release) value(condition.field())).text()), parts(condition.bound().text()))
          >= 0;
    }

    private static int[] parts(String version) {
      int[] parts = Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
      return Arrays.copyOf(parts, 4);
    }

    @Override
    public Boolean oneOf(Condition.OneOf condition) {
      return condition.texts().contains((String) value(condition.field()));
    }

    @Override
    public Boolean inNetworks(Condition.InNetworks condition) {
      long address = address(((Address) value(condition.field())).text());
      return condition.ranges().stream().anyMatch(range -> covers(range, address));
    }

    private static boolean covers(String range, long address) {
      int slash = range.indexOf('/');
      int free = 32 - Integer.parseInt(range.substring(slash + 1));
      return address(range.substring(0, slash)) >> free == address >> free;
    }

    private static long address(String text) {
      long address = 0;
      for (String part : text.split("\\.", -1)) {
        address = (address << 8) | Integer.parseInt(part);
      }
      return address;
    }

    @Override
    public Boolean atMostAgo(Condition.AtMostAgo condition) {
      Instant then = (Instant) value(condition.field());
      return Duration.between(then, now).compareTo(condition.age()) <= 0;
    }

    @Override
    public Boolean workingHours(Condition.WorkingHours condition) {
      ZonedDateTime local = now.atZone(ZoneId.of(condition.zone()));
      return local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
          && local.getHour() >= condition.from()
          && local.getHour() < condition.to();
    }

    @Override
    public Boolean subjectIn(Condition.SubjectIn condition) {
      return meets(question.subject(), value(condition.group()));
    }

    @Override
    public Boolean resourceIn(Condition.ResourceIn condition) {
      return meets(question.resource(), value(condition.container()));
    }

    private boolean meets(Thing thing, Object containers) {
      Set<Reference> upwards = upwards(thing, entities);
      return containers instanceof Collection<?> several
          ? several.stream().anyMatch(upwards::contains)
          : upwards.contains((Reference) containers);
    }

    @Override
    public Boolean allOf(Condition.AllOf condition) {
      return condition.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean anyOf(Condition.AnyOf condition) {
      return condition.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean not(Condition.Not condition) {
      return !condition.part().accept(this);
    }
  }
}
