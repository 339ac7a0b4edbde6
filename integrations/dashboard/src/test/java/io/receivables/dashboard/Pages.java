package io.receivables.dashboard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Pages as tests look at them. */
final class Pages {
    private Pages() {}

    static String text(Dashboard dashboard) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        dashboard.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The page as a browser would build it. */
    static Document parsed(Dashboard dashboard) {
        return Jsoup.parse(text(dashboard));
    }

    /** What a parser finds wrong with the page. */
    static List<?> errors(Dashboard dashboard) {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        parser.parseInput(text(dashboard), "");
        return parser.getErrors();
    }

    /** What an element says in English, or in French. */
    static String says(Element element, String language) {
        Element copy = element.clone();
        copy.select("[lang]").stream()
                .filter(twin -> !twin.attr("lang").equals(language))
                .forEach(Element::remove);
        return copy.text();
    }

    /** A figure's exact value. */
    static String figure(Document page, String key) {
        Element figure = page.selectFirst("[data-figure=" + key + "]");
        if (figure == null) {
            throw new AssertionError("the page has no figure " + key);
        }
        return figure.attr("data-value");
    }
}
