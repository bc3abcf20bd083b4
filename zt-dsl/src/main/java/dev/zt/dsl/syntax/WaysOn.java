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
  private static final ATN GRAMMAR = ZtParser._ATN;

  /** The tokens that the parser may have looked ahead; it looks further in no real policy. */
  private static final int MOST_STEPS = 32;

  /**
   * What may come at a position.
   *
   * @param sync where the parser stood at this position, or at one shortly before it
   */
  static WaysOn at(TokenList tokens, int position, Sync sync) {
    Set<Stand> stands = Set.of(stand(sync));
    int first = tokens.position(sync.tokenIndex());
    for (int at = first; at < position && position - first <= MOST_STEPS; at++) {
      stands = beyond(stands, tokens.type(at));
    }
    Walk walk = new Walk();
    walk.fromAll(stands);
    return new WaysOn(walk.things, walk.tokens);
  }

  /**
   * The first position, from one at which the parser stopped, where a word or sign does not fit. It
   * stops early where what is left out and what follows may begin alike.
   */
  static int firstMisfit(TokenList tokens, int position, Sync sync) {
    int at = position;
    while (at - position < MOST_STEPS && at(tokens, at, sync).allows(tokens.type(at))) {
      at++;
    }
    return at;
  }

  private static Set<Stand> beyond(Set<Stand> stands, int type) {
    Set<Stand> next = new HashSet<>();
    new Walk(next, type).fromAll(stands);
    return next;
  }

  /** A rule that begins with the token is left again, to say what it is called by an author. */
  private static Stand stand(Sync sync) {
    ATNState state = GRAMMAR.states.get(sync.state());
    RuleContext context = sync.context();
    while (isAtStart(context, sync.tokenIndex()) && context.invokingState >= 0) {
      state = GRAMMAR.states.get(context.invokingState);
      context = context.parent;
    }
    return new Stand(state, frames(context));
  }

  private static boolean isAtStart(RuleContext context, int tokenIndex) {
    Token start = ((ParserRuleContext) context).getStart();
    return start != null && start.getTokenIndex() >= tokenIndex;
  }

  private static @Nullable Frame frames(@Nullable RuleContext context) {
    if (context == null || context.invokingState < 0) {
      return null;
    }
    RuleTransition call = (RuleTransition) GRAMMAR.states.get(context.invokingState).transition(0);
    return new Frame(call.followState, frames(context.parent));
  }

  boolean allows(Thing thing) {
    return things.contains(thing);
  }

  boolean allows(int token) {
    return token > 0 && tokens.get(token);
  }

  /** Without the colon that would make a label of the word before. */
  WaysOn withoutLabel() {
    BitSet others = (BitSet) tokens.clone();
    others.clear(ZtLexer.COLON);
    return new WaysOn(things, others);
  }

  /** Where a rule goes on when the rule it has called ends. */
  private record Frame(ATNState next, @Nullable Frame below) {}

  /** A state of the grammar, and where it goes on after the end of its rule. */
  private record Stand(ATNState state, @Nullable Frame frame) {}

  /** Follows every way through the grammar up to the next token. */
  private static final class Walk {
    private final Set<Thing> things = EnumSet.noneOf(Thing.class);
    private final BitSet tokens = new BitSet();
    private final Set<Stand> visited = new HashSet<>();
    private final Set<Stand> beyond;
    private final int wanted;

    /** Collects what may come. */
    Walk() {
      this(new HashSet<>(), Token.INVALID_TYPE);
    }

    /** Collects the stands beyond a token of the wanted type. */
    Walk(Set<Stand> beyond, int wanted) {
      this.beyond = beyond;
      this.wanted = wanted;
    }

    void fromAll(Set<Stand> stands) {
      stands.forEach(stand -> from(stand.state(), stand.frame()));
    }

    private void from(ATNState state, @Nullable Frame frame) {
      if (!visited.add(new Stand(state, frame))) {
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
        things.add(Thing.NEXT);
      } else {
        from(frame.next(), frame.below());
      }
    }

    private void follow(Transition transition, @Nullable Frame frame) {
      if (transition instanceof RuleTransition call) {
        enter(call, new Frame(call.followState, frame));
      } else if (transition.isEpsilon()) {
        from(transition.target, frame);
      } else if (wanted == Token.INVALID_TYPE) {
        transition.label().toList().forEach(this::collect);
      } else if (transition.label().contains(wanted)) {
        beyond.add(new Stand(transition.target, frame));
      }
    }

    private void enter(RuleTransition call, Frame frame) {
      if (wanted == Token.INVALID_TYPE && Thing.ofRule(call.ruleIndex).isPresent()) {
        things.add(Thing.ofRule(call.ruleIndex).orElseThrow());
      } else {
        from(call.target, frame);
      }
    }

    private void collect(int type) {
      if (type > 0) {
        Thing.ofToken(type).ifPresentOrElse(things::add, () -> tokens.set(type));
      }
    }
  }
}
