package dev.zt.dsl.format;

import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Lexeme;
import dev.zt.dsl.syntax.PolicyFile;
import java.util.ArrayList;
import java.util.List;

/** Puts a comma at the end of the line that it begins, before the comment there. */
final class Separators {
  private Separators() {}

  static List<Token> apply(PolicyFile file, List<Token> tokens) {
    List<Token> changed = new ArrayList<>(tokens);
    for (int i = 1; i + 1 < changed.size(); i++) {
      Token last = changed.get(i - 1);
      Token separator = changed.get(i);
      Token next = changed.get(i + 1);
      boolean begins =
          !last.after().isEmpty() || separator.before().stream().anyMatch(Comment::ownLine);
      if (begins && isSeparator(separator, file) && !isLastAction(changed, i + 1)) {
        List<Comment> below = new ArrayList<>();
        separator.before().forEach(each -> below.add(each.onOwnLine()));
        separator.after().forEach(each -> below.add(each.onOwnLine()));
        below.addAll(next.before());
        changed.set(i - 1, last.withComments(last.before(), List.of()));
        changed.set(i, separator.withComments(List.of(), last.after()));
        changed.set(i + 1, next.withComments(below, next.after()).onNewLine());
      }
    }
    return changed;
  }

  private static boolean isSeparator(Token token, PolicyFile file) {
    if (token.kind() != Lexeme.Kind.SIGN) {
      return false;
    }
    return token.text().equals(",")
        || (token.text().equals("<")
            && file.declarations().stream().anyMatch(each -> holds(each, token)));
  }

  private static boolean holds(Declaration declaration, Token token) {
    return declaration instanceof Declaration.EnumType
        && declaration.span().start() < token.start()
        && token.start() < declaration.span().end();
  }

  /** What must not begin a line, see {@link Expressions#list}. */
  private static boolean isLastAction(List<Token> tokens, int index) {
    return tokens.get(index).kind() == Lexeme.Kind.WORD
        && index + 1 < tokens.size()
        && tokens.get(index + 1).kind() == Lexeme.Kind.WORD;
  }
}
