package dev.zt.dsl;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.table.TableFiles;
import java.util.Map;

/** Files of rows among texts by name. */
record TablesByName(Map<String, String> texts) implements TableFiles {
  @Override
  public Found find(String policy, String name) {
    String beside = policy.substring(0, policy.lastIndexOf('/') + 1) + name;
    String text = texts.get(beside);
    return text == null
        ? new Found.Problem("does not exist")
        : new Found.Text(new Source(beside, text));
  }
}
