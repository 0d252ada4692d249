package vn.loa;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the circles of top-level classes: those that know each other, be it by way of others. They are the strongly
 * connected components of the graph of dependencies, found by Tarjan's algorithm (R. Tarjan, "Depth-first search and
 * linear graph algorithms", 1972).
 */
final class ClassCircles {
    private final Map<String, Set<String>> known = new TreeMap<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> circles = new ArrayList<>();

    private ClassCircles(JavaClasses classes) {
        for (JavaClass type : classes) {
            Set<String> others = known.computeIfAbsent(topLevel(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(target -> classes.contain(target.getName()))
                    .map(ClassCircles::topLevel)
                    .forEach(others::add);
        }
    }

    /** Returns the circles of at least this many classes, by their full names. */
    static List<Set<String>> of(JavaClasses classes, int least) {
        ClassCircles search = new ClassCircles(classes);
        search.known.keySet().stream()
                .filter(name -> !search.index.containsKey(name))
                .forEach(search::visit);
        return search.circles.stream().filter(circle -> circle.size() >= least).toList();
    }

    private static String topLevel(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private void visit(String name) {
        index.put(name, index.size());
        lowest.put(name, index.get(name));
        open.push(name);
        for (String other : known.getOrDefault(name, Set.of())) {
            if (!index.containsKey(other)) {
                visit(other);
                lowest.merge(name, lowest.get(other), Math::min);
            } else if (open.contains(other)) {
                lowest.merge(name, index.get(other), Math::min);
            }
        }
        if (lowest.get(name).equals(index.get(name))) {
            circles.add(closed(name));
        }
    }

    private Set<String> closed(String root) {
        Set<String> circle = new TreeSet<>();
        String last;
        do {
            last = open.pop();
            circle.add(last);
        } while (!last.equals(root));
        return circle;
    }
}
