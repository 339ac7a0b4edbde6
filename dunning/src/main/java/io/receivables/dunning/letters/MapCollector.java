package io.receivables.dunning.letters;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets templates see the entries of maps and lists, and nothing else: no field and no method of any object. */
final class MapCollector implements Mustache.Collector {
    private static final Mustache.VariableFetcher ENTRY = (context, name) ->
            context instanceof Map<?, ?> map && map.containsKey(name) ? map.get(name) : Template.NO_FETCHER_FOUND;

    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
        return value instanceof List<?> list ? list.iterator() : null;
    }

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
        return ENTRY;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }
}
