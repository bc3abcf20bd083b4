package dev.zt.engine.compile;

import dev.zt.engine.facts.Answers;
import dev.zt.engine.facts.Layout;
import dev.zt.engine.facts.Questions;
import dev.zt.policy.Expr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer to a test is in the words of a request.
 *
 * @param yesWord the word in which its bit says yes
 * @param noWord the word in which its bit says no
 * @param number the number of its bit in both
 * @param open whether a store may know where neither is set
 */
record Bit(int yesWord, int noWord, int number, boolean open) {
  /** That of a test; null for one that has none. */
  static @Nullable Bit of(Expr test, Layout layout) {
    Answers answers = layout.answers();
    Questions questions = layout.questions();
    if (test instanceof Expr.HasRole role) {
      return name(layout.roles().bit(role.grantedBy()), answers.roles(), answers.roleWords());
    }
    if (test instanceof Expr.HasGroup group) {
      int bit = layout.groups().bit(Set.of(group.group()));
      return name(bit, answers.groups(), answers.groupWords());
    }
    int context = questions.ofContext(test);
    if (context >= 0) {
      return at(answers.context(), answers.contextWords(), context, false);
    }
    int pair = questions.ofPair(test);
    if (pair >= 0) {
      return at(answers.pairs(), answers.pairWords(), pair, true);
    }
    int entity = questions.ofEntity(test);
    return entity < 0
        ? null
        : at(
            isOfSubject(test) ? answers.subject() : answers.resource(),
            answers.entityWords(),
            entity,
            true);
  }

  private static boolean isOfSubject(Expr test) {
    SingleTest single = SingleTest.of(test);
    OwnField own = single == null ? null : OwnField.of(single);
    return own != null
        && own.field() instanceof Expr.FieldOf field
        && field.target() instanceof Expr.Subject;
  }

  private static @Nullable Bit name(int bit, int first, int words) {
    return bit < 0 ? null : at(first, words, bit, true);
  }

  private static Bit at(int first, int words, int number, boolean open) {
    int yes = first + (number >> 6);
    return new Bit(yes, yes + words, number & 63, open);
  }
}
