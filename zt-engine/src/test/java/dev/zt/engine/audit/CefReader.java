package dev.zt.engine.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the Common Event Format as its description says. */
final class CefReader {
  private static final int FIELDS = 7;

  private CefReader() {}

  static List<String> header(String line) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    while (fields.size() < FIELDS) {
      int bar = unescaped(line, '|', from);
      fields.add(unescape(line.substring(from, bar)));
      from = bar + 1;
    }
    return fields;
  }

  static Map<String, String> extension(String line) {
    int from = 0;
    for (int i = 0; i < FIELDS; i++) {
      from = unescaped(line, '|', from) + 1;
    }
    String text = line.substring(from);
    Map<String, String> fields = new LinkedHashMap<>();
    int equals = unescaped(text, '=', 0);
    int key = 0;
    while (equals >= 0) {
      int next = unescaped(text, '=', equals + 1);
      int nextKey = next < 0 ? text.length() + 1 : text.lastIndexOf(' ', next) + 1;
      fields.put(text.substring(key, equals), unescape(text.substring(equals + 1, nextKey - 1)));
      key = nextKey;
      equals = next;
    }
    return fields;
  }

  /** The parts of a list. */
  static List<String> list(String text) {
    List<String> parts = new ArrayList<>();
    if (text == null) {
      return parts;
    }
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '\\') {
        part.append(text.charAt(++i));
      } else if (each == ';') {
        parts.add(part.toString());
        part.setLength(0);
        i++;
      } else {
        part.append(each);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static int unescaped(String text, char sign, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == sign) {
        return i;
      }
    }
    return -1;
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each != '\\') {
        out.append(each);
        continue;
      }
      char escaped = text.charAt(++i);
      if (escaped == 'u') {
        out.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        out.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
      }
    }
    return out.toString();
  }
}
