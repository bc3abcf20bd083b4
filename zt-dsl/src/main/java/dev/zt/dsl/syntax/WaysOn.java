package dev.zt.dsl.syntax;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the grammar allows in one place of a file.
 *
 * @param things what an author has a word for
 * @param tokens the types of the tokens that are called by their text
 */
record WaysOn(Set<Thing> things, BitSet tokens) {
  /** What may come where the parser stood when it first looked at the token. */
  static WaysOn from(Sync sync) {
    ATN atn = ZtParser._ATN;
    ATNState state = atn.states.get(sync.state());
    RuleContext context = sync.context();
    while (isAtStart(context, sync.tokenIndex()) && context.invokingState >= 0) {
      state = atn.states.get(context.invokingState);
      context = context.parent;
    }
    Walk walk = new Walk(atn);
    walk.from(state, walk.frames(context));
    return new WaysOn(walk.things, walk.tokens);
  }

  private static boolean isAtStart(RuleContext context, int tokenIndex) {
    Token start = ((ParserRuleContext) context).getStart();
    return start != null && start.getTokenIndex() >= tokenIndex;
  }

  boolean allows(Thing thing) {
    return things.contains(thing);
  }

  boolean allows(int token) {
    return tokens.get(token);
  }

  /** Where a rule goes on when the rule it has called ends. */
  private record Frame(ATNState next, @Nullable Frame below) {}

  private record Visit(ATNState state, @Nullable Frame frame) {}

  /** Follows every way through the grammar up to the next token. */
  private static final class Walk {
    private final ATN atn;
    private final Set<Thing> things = EnumSet.noneOf(Thing.class);
    private final BitSet tokens = new BitSet();
    private final Set<Visit> visited = new HashSet<>();

    Walk(ATN atn) {
      this.atn = atn;
    }

    @Nullable Frame frames(@Nullable RuleContext context) {
      if (context == null || context.invokingState < 0) {
        return null;
      }
      RuleTransition call = (RuleTransition) atn.states.get(context.invokingState).transition(0);
      return new Frame(call.followState, frames(context.parent));
    }

    void from(ATNState state, @Nullable Frame frame) {
      if (!visited.add(new Visit(state, frame))) {
        return;
      }
      if (state instanceof RuleStopState) {
        leave(frame);
        return;
      }
      for (Transition transition : state.getTransitions()) {
        follow(transition, frame);
      }
    }

    private void leave(@Nullable Frame frame) {
      if (frame == null) {
        things.add(Thing.DECLARATION);
        things.add(Thing.END);
      } else {
        from(frame.next(), frame.below());
      }
    }

    private void follow(Transition transition, @Nullable Frame frame) {
      if (transition instanceof RuleTransition call) {
        Thing.ofRule(call.ruleIndex)
            .ifPresentOrElse(
                things::add, () -> from(call.target, new Frame(call.followState, frame)));
      } else if (transition.isEpsilon()) {
        from(transition.target, frame);
      } else {
        for (int type : transition.label().toArray()) {
          Thing.ofToken(type).ifPresentOrElse(things::add, () -> tokens.set(Math.max(type, 0)));
        }
      }
    }
  }
}
