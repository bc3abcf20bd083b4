package dev.zt.dsl.format;

import dev.zt.dsl.syntax.Actions;
import dev.zt.dsl.syntax.BehaviorSource;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Lexeme;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.Rule;
import dev.zt.dsl.syntax.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code on} before resources after {@code any action}, and nowhere else. */
final class OnWords {
  private final Map<Integer, Boolean> byResource = new HashMap<>();

  private OnWords() {}

  static List<Token> apply(PolicyFile file, List<Token> tokens) {
    OnWords words = new OnWords();
    for (Declaration declaration : file.declarations()) {
      words.collect(declaration);
    }
    return words.apply(tokens);
  }

  private void collect(Declaration declaration) {
    if (declaration instanceof Rule rule && rule.scope().actions() != null) {
      collect(rule.scope().actions(), rule.scope().resources());
    } else if (declaration instanceof Declaration.Elevation elevation) {
      collect(elevation.actions(), elevation.resources());
    } else if (declaration instanceof Declaration.Behavior behavior
        && behavior.source() instanceof BehaviorSource.OfActions source) {
      collect(source.actions(), source.resources());
    }
  }

  private void collect(Actions actions, List<Selector> resources) {
    if (!resources.isEmpty()) {
      byResource.put(resources.get(0).span().start(), actions.any());
    }
  }

  private List<Token> apply(List<Token> tokens) {
    List<Token> changed = new ArrayList<>();
    for (Token token : tokens) {
      Boolean wanted = byResource.get(token.start());
      if (wanted == null) {
        changed.add(token);
        continue;
      }
      Token before = changed.get(changed.size() - 1);
      boolean written = before.text().equals("on") && before.kind() == Lexeme.Kind.WORD;
      if (written && !wanted) {
        changed.remove(changed.size() - 1);
        changed.add(withoutOn(before, token));
      } else if (wanted && !written) {
        changed.add(on(token));
        changed.add(token.withComments(List.of(), token.after()));
      } else {
        changed.add(token);
      }
    }
    return changed;
  }

  /** The resource with the comments that stood around {@code on}. */
  private static Token withoutOn(Token on, Token resource) {
    boolean below = !on.after().isEmpty() || resource.before().stream().anyMatch(Comment::ownLine);
    List<Comment> before = new ArrayList<>();
    for (Comment comment : on.before()) {
      before.add(below ? comment.onOwnLine() : comment);
    }
    on.after().forEach(comment -> before.add(comment.onOwnLine()));
    before.addAll(resource.before());
    return resource.withComments(before, resource.after());
  }

  private static Token on(Token resource) {
    return new Token(
        Lexeme.Kind.WORD,
        "on",
        resource.start() - 1,
        resource.before(),
        List.of(),
        resource.breakBefore(),
        false);
  }
}
