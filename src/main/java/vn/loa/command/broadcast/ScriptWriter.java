package vn.loa.command.broadcast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.loa.model.Article;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.text.Sentences;
import vn.loa.text.speech.Capitals;
import vn.loa.text.speech.ShortSentences;
import vn.loa.text.speech.SpeechNormalizer;

/** Writes the script of a broadcast: greeting, the news in short sentences, close. */
final class ScriptWriter {
    private static final int MOST_SENTENCES = 4;

    private final SpeechNormalizer normalizer = SpeechNormalizer.standard();
    private final Phrases phrases;

    /**
     * Prepares the writer.
     *
     * @param phrases Vietnamese, for the script is read to the public
     */
    ScriptWriter(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Writes a script.
     *
     * @param place who speaks, such as a commune; empty when it is not known
     */
    BroadcastScript write(String place, LocalDate first, LocalDate last, List<Article> news) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(spoken(phrases.say("broadcast.greeting", of(place), days(first, last))));
        for (int i = 0; i < news.size(); i++) {
            paragraphs.add(item(i + 1, news.get(i)));
        }
        paragraphs.add(spoken(phrases.say("broadcast.close")));
        return new BroadcastScript(paragraphs);
    }

    private String of(String place) {
        return place.isEmpty() ? phrases.say("broadcast.place") : place;
    }

    private String days(LocalDate first, LocalDate last) {
        return first.equals(last)
                ? phrases.say("broadcast.day", DateFormats.date(last))
                : phrases.say("broadcast.days", DateFormats.date(first), DateFormats.date(last));
    }

    private String item(int number, Article article) {
        List<String> sentences = sentences(article);
        String title = Capitals.lowered(article.content().title(), String.join(" ", sentences));
        StringBuilder text = new StringBuilder(spoken(phrases.say("broadcast.item", number)))
                .append(' ')
                .append(finished(spoken(title)));
        sentences.stream()
                .limit(MOST_SENTENCES)
                .map(this::spoken)
                .flatMap(sentence -> ShortSentences.of(sentence).stream())
                .forEach(sentence -> text.append(' ').append(finished(sentence)));
        return text.toString();
    }

    private static List<String> sentences(Article article) {
        List<String> summary = article.summary().sentences();
        return summary.isEmpty() ? Sentences.of(article.content().lead()) : summary;
    }

    private String spoken(String text) {
        String said = normalizer.normalize(text).strip();
        return said.isEmpty() ? said : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    private static String finished(String sentence) {
        return Sentences.isFinished(sentence) ? sentence : sentence + ".";
    }
}
