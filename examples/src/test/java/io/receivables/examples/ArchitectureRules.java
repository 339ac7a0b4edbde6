package io.receivables.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Executable;
import java.nio.charset.Charset;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the code below a root package. They are written against a root so that they can be turned on the
 * deliberately bad classes of the {@code fixture} package as well.
 */
final class ArchitectureRules {
    private static final Set<String> ENGINES = Set.of("core", "dunning", "metrics", "payments.spi");

    /** What each module may use of the others; a new module gets its line here. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("dunning", Set.of("core")),
            Map.entry("dunning.jdbc", Set.of("core", "dunning")),
            Map.entry("metrics", Set.of("core")),
            Map.entry("payments.spi", Set.of("core")),
            Map.entry("payments.desk", Set.of("core", "payments.spi")),
            Map.entry("payments.tck", Set.of("core", "payments.spi")),
            Map.entry("payments.interac", Set.of("core", "payments.spi")),
            Map.entry("payments.interac.fake", Set.of()),
            Map.entry("payments.jdbc", Set.of("core", "payments.spi", "payments.desk")),
            Map.entry("payments.manual", Set.of("core", "payments.spi")),
            Map.entry("payments.bank.transfer", Set.of("core", "payments.spi")),
            Map.entry("testkit", Set.of("core")),
            Map.entry("dashboard", ENGINES),
            Map.entry("einvoice", Set.of("core")),
            Map.entry("files", ENGINES),
            Map.entry("holidays", Set.of("core")),
            Map.entry("jackson", ENGINES),
            Map.entry("qr", Set.of("core")),
            Map.entry("statements", Set.of("core")));

    /** What the engines may use of others' code. */
    private static final List<String> LIGHT = List.of(
            "java..",
            "javax.crypto..",
            "javax.net.ssl..",
            "org.jspecify.annotations..",
            "jakarta.validation..",
            "com.fasterxml.jackson.annotation..");

    private static final Set<String> CLOCK_AND_DEFAULTS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.nio.charset.Charset.defaultCharset",
            "java.text.MessageFormat.format",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.systemUTC",
            "java.time.Clock.system",
            "java.time.ZoneId.systemDefault",
            "java.time.format.DateTimeFormatter.ofLocalizedDate",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
            "java.time.format.DateTimeFormatter.ofLocalizedTime",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.lang.String.formatted");

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    private String module(String name) {
        return root + "." + name + "..";
    }

    private String[] modules(Set<String> names) {
        return names.stream().map(this::module).toArray(String[]::new);
    }

    /** All rules by name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("packages are free of cycles", noCycles());
        rules.put("internal types stay out of exported signatures", noInternalTypeInApi());
        rules.put("clock and defaults are arguments", noClockOrDefault());
        rules.put("only examples log or print", noLogging());
        rules.put("engines use the JDK and annotations only", lightEngines());
        rules.put("every package is null-marked", nullMarked());
        rules.put("engines are closed to subclassing", closedClasses());
        rules.put("core knows no floating point", noFloatingPointInCore());
        rules.put("modules use each other in one direction", oneDirection());
        return rules;
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private ArchRule oneDirection() {
        return classes()
                .that()
                .resideInAnyPackage(modules(MAY_USE.keySet()))
                .should(new ArchCondition<>("depend on what their module may use") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String module = moduleOf(type);
                        Set<String> allowed = MAY_USE.getOrDefault(module, Set.of());
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            JavaClass target = dependency.getTargetClass();
                            boolean isOurs = (target.getPackageName() + ".").startsWith(root + ".");
                            String other = moduleOf(target);
                            boolean holds = !isOurs || other.equals(module) || allowed.contains(other);
                            events.add(new SimpleConditionEvent(type, holds, dependency.getDescription()));
                        }
                    }
                });
    }

    /**
     * The module of a class below the root; empty for what no module may use, such as examples. A module may lie below
     * another one's package: the longest name is meant.
     */
    private String moduleOf(JavaClass type) {
        return MAY_USE.keySet().stream()
                .filter(module -> (type.getPackageName() + ".").startsWith(root + "." + module + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private DescribedPredicate<JavaClass> engine() {
        return DescribedPredicate.describe("are of an engine", type -> ENGINES.contains(moduleOf(type)));
    }

    private ArchRule lightEngines() {
        return CompositeArchRule.of(light(engine().and(DescribedPredicate.not(writesLetters()))))
                .and(light(engine().and(writesLetters()), "com.samskivert.mustache.."));
    }

    /** Letters are made with a template library; nothing else of an engine knows it. */
    private DescribedPredicate<JavaClass> writesLetters() {
        return JavaClass.Predicates.resideInAPackage(root + ".dunning.letters..");
    }

    private ArchRule light(DescribedPredicate<JavaClass> those, String... further) {
        List<String> allowed = new ArrayList<>(LIGHT);
        allowed.add(root + "..");
        allowed.addAll(List.of(further));
        return classes()
                .that(those)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true);
    }

    private ArchRule noLogging() {
        return noClasses()
                .that()
                .resideInAnyPackage(modules(MAY_USE.keySet()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.jboss.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.System$Logger")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(access(
                        "printStackTrace",
                        access -> access.getTarget().getName().equals("printStackTrace")));
    }

    private ArchRule noClockOrDefault() {
        return noClasses()
                .should()
                .accessTargetWhere(access(
                        "reads the clock or relies on a default zone, locale or charset",
                        access -> CLOCK_AND_DEFAULTS.contains(
                                        access.getTargetOwner().getFullName() + "."
                                                + access.getTarget().getName())
                                || isNow(access)
                                || leavesOut(Locale.class, access)
                                || leavesOut(DecimalFormatSymbols.class, access)
                                || leavesOut(Charset.class, access)));
    }

    /** {@code now()} of any java.time type and {@code new Date()}; {@code now(clock)} is the caller's choice. */
    private static boolean isNow(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        boolean isNow = owner.startsWith("java.time.")
                && access.getTarget().getName().equals("now")
                && !parameters(access).equals(List.of("java.time.Clock"));
        boolean isToday =
                Set.of("java.util.Date", "java.util.GregorianCalendar").contains(owner)
                        && access.getTarget().getName().equals("<init>")
                        && parameters(access).isEmpty();
        return isNow || isToday;
    }

    /** Whether the JDK offers the same method with a locale, charset or symbols and the code calls the one without. */
    private static boolean leavesOut(Class<?> argument, JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        // Files and BodyPublishers take UTF-8 unless told otherwise; Charset.forName has a form with a fallback since
        // JDK 18
        if (!owner.startsWith("java.")
                || Set.of("java.nio.file.Files", "java.nio.charset.Charset", "java.net.http.HttpRequest$BodyPublishers")
                        .contains(owner)) {
            return false;
        }
        List<String> called = parameters(access);
        return overloads(access).anyMatch(overload -> {
            List<String> names = new ArrayList<>(Arrays.stream(overload.getParameterTypes())
                    .map(Class::getName)
                    .toList());
            return names.remove(argument.getName()) && names.equals(called);
        });
    }

    private static Stream<? extends Executable> overloads(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget)) {
            return Stream.empty();
        }
        Class<?> owner = access.getTargetOwner().reflect();
        String name = access.getTarget().getName();
        return name.equals("<init>")
                ? Arrays.stream(owner.getConstructors())
                : Arrays.stream(owner.getMethods())
                        .filter(method -> method.getName().equals(name));
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    private static <A extends JavaAccess<?>> DescribedPredicate<A> access(String description, Predicate<A> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private ArchRule noInternalTypeInApi() {
        return classes()
                .that()
                .resideOutsideOfPackage("..internal..")
                .and(DescribedPredicate.describe("are visible", ArchitectureRules::isVisible))
                .should(satisfy(
                        "have no internal type in a visible signature",
                        type -> signature(type)
                                .flatMap(part -> part.getAllInvolvedRawTypes().stream())
                                .noneMatch(part -> (part.getPackageName() + ".").contains(".internal."))));
    }

    private static boolean isVisible(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(ArchitectureRules::isVisible).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> signature(JavaClass type) {
        Stream<JavaType> declared = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> members = type.getMembers().stream()
                .filter(member -> isVisible(member.getModifiers()))
                .flatMap(ArchitectureRules::signature);
        return Stream.concat(Stream.concat(declared, type.getTypeParameters().stream()), members);
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            Stream<JavaType> inAndOut =
                    Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
            return Stream.concat(inAndOut, unit.getTypeParameters().stream());
        }
        return member.getAllInvolvedRawTypes().stream().map(type -> type);
    }

    private ArchRule nullMarked() {
        return classes()
                .should(satisfy(
                        "be in a package that is null-marked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
    }

    private ArchRule closedClasses() {
        return classes()
                .that(engine())
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL);
    }

    private ArchRule noFloatingPointInCore() {
        return noClasses()
                .that()
                .resideInAPackage(module("core"))
                .should(satisfy(
                        "have a float or double in a field or signature",
                        type -> type.getMembers().stream()
                                .flatMap(ArchitectureRules::signature)
                                .flatMap(part -> part.getAllInvolvedRawTypes().stream())
                                .anyMatch(part -> part.getName().equals("double")
                                        || part.getName().equals("float"))));
    }

    private static ArchCondition<JavaClass> satisfy(String description, Predicate<JavaClass> condition) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean holds = condition.test(type);
                String message = type.getFullName() + (holds ? " does " : " does not ") + description;
                events.add(new SimpleConditionEvent(type, holds, message));
            }
        };
    }
}
