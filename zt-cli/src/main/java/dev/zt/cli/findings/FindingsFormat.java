package dev.zt.cli.findings;

import dev.zt.cli.terminal.Palette;
import dev.zt.dsl.Compilation;

/** In which form findings are written; the names are those of {@code --format}. */
public enum FindingsFormat {
  /** For a person. */
  text {
    @Override
    public String write(Compilation compilation, Palette palette) {
      return new TextFindings(palette).write(compilation);
    }
  },
  /** For a program. */
  json {
    @Override
    public String write(Compilation compilation, Palette palette) {
      return JsonFindings.write(compilation);
    }
  },
  /** For a code scanner: SARIF 2.1.0. */
  sarif {
    @Override
    public String write(Compilation compilation, Palette palette) {
      return SarifFindings.write(compilation);
    }
  },
  /** For the log of a GitHub workflow, which makes annotations of it. */
  github {
    @Override
    public String write(Compilation compilation, Palette palette) {
      return GithubFindings.write(compilation);
    }
  };

  /** The findings of a compilation; ends with a line's end unless it is empty. */
  public abstract String write(Compilation compilation, Palette palette);
}
