package dev.zt.dsl.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the tokens of the language are to an author. */
final class TokenKinds {
  private static final BitSet RESERVED = range(ZtLexer.ALL, ZtLexer.WITH);
  private static final BitSet NAMES = range(ZtLexer.ACTION, ZtLexer.LOWER_NAME);
  private static final BitSet EFFECTS =
      of(ZtLexer.PERMIT, ZtLexer.FORBID, ZtLexer.RESTRICT, ZtLexer.REQUIRE);
  private static final BitSet CLAUSES =
      of(
          ZtLexer.FOR,
          ZtLexer.TO,
          ZtLexer.WHEN,
          ZtLexer.UNLESS,
          ZtLexer.WITH,
          ZtLexer.ELSE,
          ZtLexer.BECAUSE);
  private static final BitSet OPERATORS =
      of(
          ZtLexer.AND,
          ZtLexer.CONTAINS,
          ZtLexer.ENDS,
          ZtLexer.IN,
          ZtLexer.IS,
          ZtLexer.MATCHES,
          ZtLexer.NOT,
          ZtLexer.OR,
          ZtLexer.STARTS);
  private static final BitSet DECLARING =
      of(
          ZtLexer.MODULE,
          ZtLexer.IMPORT,
          ZtLexer.ENUM,
          ZtLexer.RECORD,
          ZtLexer.ENTITY,
          ZtLexer.ACTION,
          ZtLexer.ROLE,
          ZtLexer.EXTEND,
          ZtLexer.SIGNAL,
          ZtLexer.OBLIGATION,
          ZtLexer.CHALLENGE,
          ZtLexer.EVENT,
          ZtLexer.LET,
          ZtLexer.RISK,
          ZtLexer.BEHAVIOR,
          ZtLexer.ELEVATION,
          ZtLexer.SEGMENT,
          ZtLexer.TEST,
          ZtLexer.SHADOW);

  private static final Map<String, Integer> WORDS = new HashMap<>();

  static {
    for (int type = ZtLexer.ALL; type < ZtLexer.LOWER_NAME; type++) {
      WORDS.put(text(type), type);
    }
  }

  private TokenKinds() {}

  private static BitSet range(int first, int last) {
    BitSet types = new BitSet();
    types.set(first, last + 1);
    return types;
  }

  private static BitSet of(int... types) {
    BitSet set = new BitSet();
    for (int type : types) {
      set.set(type);
    }
    return set;
  }

  /** A word of the language, or else a lower-case name. */
  static int ofName(String text) {
    return WORDS.getOrDefault(text, ZtLexer.LOWER_NAME);
  }

  /** Whether it is a word that never stands for a name, except as a field. */
  static boolean isReserved(int type) {
    return type > 0 && RESERVED.get(type);
  }

  /** Whether it may stand for a lower-case name. */
  static boolean isName(int type) {
    return type > 0 && NAMES.get(type);
  }

  /** Whether it may stand for a field. */
  static boolean isFieldName(int type) {
    return isReserved(type) || isName(type);
  }

  /** Whether it is any word. */
  static boolean isWord(int type) {
    return isFieldName(type) || type == ZtLexer.UPPER_NAME;
  }

  /** Whether it is the effect of a rule. */
  static boolean isEffect(int type) {
    return type > 0 && EFFECTS.get(type);
  }

  /** Whether it is a word with which a condition goes on. */
  static boolean isOperatorWord(int type) {
    return type > 0 && OPERATORS.get(type);
  }

  /** Whether it compares or calculates. */
  static boolean isComparison(int type) {
    return type >= ZtLexer.EQUAL && type <= ZtLexer.TIMES;
  }

  /** Whether a clause of a rule begins with it. */
  static boolean isClause(int type) {
    return type > 0 && CLAUSES.get(type);
  }

  /** Whether a declaration may begin with it. */
  static boolean isDeclaring(int type) {
    return type > 0 && DECLARING.get(type);
  }

  /** Whether it closes a bracket. */
  static boolean isCloser(int type) {
    return type == ZtLexer.CLOSE_PAREN
        || type == ZtLexer.CLOSE_BRACKET
        || type == ZtLexer.CLOSE_BRACE;
  }

  /** The closing bracket for an opening one. */
  static Optional<Integer> closerOf(int type) {
    return switch (type) {
      case ZtLexer.OPEN_PAREN -> Optional.of(ZtLexer.CLOSE_PAREN);
      case ZtLexer.OPEN_BRACKET -> Optional.of(ZtLexer.CLOSE_BRACKET);
      case ZtLexer.OPEN_BRACE -> Optional.of(ZtLexer.CLOSE_BRACE);
      default -> Optional.empty();
    };
  }

  /** Whether it is a word of the language in upper-case letters. */
  static boolean isUpperCaseWord(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return isReserved(ofName(word)) && text.equals(word.toUpperCase(Locale.ROOT));
  }

  /** The words that begin a declaration. */
  static List<String> declaringWords() {
    return words(DECLARING);
  }

  /** The words that begin a clause of a rule. */
  static List<String> clauseWords() {
    return words(CLAUSES);
  }

  /** The effects of rules. */
  static List<String> effectWords() {
    return words(EFFECTS);
  }

  private static List<String> words(BitSet types) {
    List<String> words = new ArrayList<>();
    for (int type = types.nextSetBit(0); type >= 0; type = types.nextSetBit(type + 1)) {
      words.add(text(type));
    }
    return words;
  }

  /** The text of a token that always has the same. */
  static String text(int type) {
    String literal = ZtParser.VOCABULARY.getLiteralName(type);
    return literal == null
        ? ZtParser.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT)
        : literal.substring(1, literal.length() - 1);
  }
}
