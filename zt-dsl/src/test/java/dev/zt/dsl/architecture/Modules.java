package dev.zt.dsl.architecture;

import dev.zt.Authorizer;
import dev.zt.dsl.source.Source;
import dev.zt.policy.PolicySet;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's modules as they were built: where they are and how they describe themselves. */
final class Modules {
  private Modules() {}

  /** Where the modules' classes are. */
  static List<URL> locations() {
    return Stream.of(Authorizer.class, PolicySet.class, Source.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .toList();
  }

  /** How the module of that name describes itself. */
  static ModuleDescriptor descriptor(String name) {
    return finder().find(name).map(ModuleReference::descriptor).orElseThrow();
  }

  /** The packages that some module shows to everybody. */
  static Set<String> exportedPackages() {
    return finder().findAll().stream()
        .flatMap(module -> module.descriptor().exports().stream())
        .filter(export -> !export.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static ModuleFinder finder() {
    return ModuleFinder.of(locations().stream().map(Modules::path).toArray(Path[]::new));
  }

  private static Path path(URL location) {
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
