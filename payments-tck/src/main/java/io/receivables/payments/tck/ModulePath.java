package io.receivables.payments.tck;

import io.receivables.payments.spi.PaymentProviderFactory;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class path of a test, taken as a module path. */
final class ModulePath {
    private final ModuleFinder finder;
    private final String module;

    private ModulePath(ModuleFinder finder, String module) {
        this.finder = finder;
        this.module = module;
    }

    /** With the module that has this class; empty where its folder or jar has no descriptor of a module. */
    static Optional<ModulePath> of(Class<?> type) {
        return home(type).flatMap(ModulePath::descriptor).map(found -> new ModulePath(all(), found.name()));
    }

    private static Optional<Path> home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<ModuleDescriptor> descriptor(Path home) {
        return at(home).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(found -> !found.isAutomatic())
                .findFirst();
    }

    private static ModuleFinder all() {
        String path = System.getProperty("java.class.path");
        ModuleFinder[] finders = Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(Files::exists)
                .map(ModulePath::at)
                .toArray(ModuleFinder[]::new);
        return ModuleFinder.compose(finders);
    }

    /** The module at a place; none where what is there cannot be one. */
    private static ModuleFinder at(Path place) {
        ModuleFinder finder = ModuleFinder.of(place);
        try {
            finder.findAll();
            return finder;
        } catch (FindException e) {
            return ModuleFinder.of();
        }
    }

    /** Whether the factory is found in a layer of its module and what that needs. */
    boolean finds(Class<?> factory) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(module));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        try {
            Class<?> service = layer.findLoader(module).loadClass(PaymentProviderFactory.class.getName());
            ModulePath.class.getModule().addUses(service);
            return ServiceLoader.load(layer, service).stream()
                    .anyMatch(each -> each.type().getName().equals(factory.getName()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
