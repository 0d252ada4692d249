package vn.loa.store.inquiry;

import java.time.Instant;
import java.util.Objects;

/**
 * An answer to a question.
 *
 * @param chatId our number of the chat where it was given
 * @param respondent for whom it speaks; of several answers of one respondent the last counts
 * @param answer in the form of the question's {@link AnswerKind}
 * @param author who gave it
 */
public record InquiryAnswer(long chatId, Respondent respondent, String answer, Author author) {
    /**
     * For whom an answer speaks.
     *
     * @param key the same for all answers of one respondent
     * @param name as it is shown
     */
    public record Respondent(String key, String name) {
        public Respondent {
            Objects.requireNonNull(key);
            Objects.requireNonNull(name);
        }

        /** Makes the respondent that is a listed unit. */
        public static Respondent unit(long id, String name) {
            return new Respondent("u" + id, name);
        }

        /** Makes the respondent that is a unit which is not listed, known by its folded name. */
        public static Respondent named(String folded, String name) {
            return new Respondent("n" + folded, name);
        }

        /** Makes the respondent that is a chat. */
        public static Respondent chat(long id, String title) {
            return new Respondent("c" + id, title);
        }
    }

    /**
     * Holds who gave an answer, and when.
     *
     * @param person the person's key
     * @param name the person's name on the platform
     */
    public record Author(String person, String name, Instant at) {
        public Author {
            Objects.requireNonNull(person);
            Objects.requireNonNull(name);
            Objects.requireNonNull(at);
        }
    }

    public InquiryAnswer {
        Objects.requireNonNull(respondent);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(author);
    }
}
