package vn.loa.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The parts by which an official document is known, each only where the text is clear.
 *
 * @param number number and sign
 * @param kind the kind
 * @param issuer who issued it, an empty string when unknown
 * @param place where it was issued, an empty string when unknown
 * @param date when it was issued
 * @param subject its subject (trích yếu) as the line is set, an empty string when unknown; {@code V/v} is a label, as
 *     {@code Số:} is, and no part of it, while {@code Về việc} written out is
 * @param signer who signed it, an empty string when unknown
 * @param recipients to whom it is sent, as listed in it
 */
public record DocumentCard(
        Optional<DocumentNumber> number,
        Optional<DocumentKind> kind,
        String issuer,
        String place,
        Optional<LocalDate> date,
        String subject,
        String signer,
        List<String> recipients) {
    static final DocumentCard EMPTY =
            new DocumentCard(Optional.empty(), Optional.empty(), "", "", Optional.empty(), "", "", List.of());

    public DocumentCard {
        Objects.requireNonNull(number);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(place);
        Objects.requireNonNull(date);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(signer);
        recipients = List.copyOf(recipients);
    }

    /** Returns the card of a number alone, with the kind that it tells. */
    static DocumentCard of(DocumentNumber number, Optional<DocumentKind> kind) {
        return EMPTY.with(Optional.of(number), kind);
    }

    DocumentCard with(Optional<DocumentNumber> newNumber, Optional<DocumentKind> newKind) {
        return new DocumentCard(newNumber, newKind, issuer, place, date, subject, signer, recipients);
    }

    DocumentCard issued(String by, String at, Optional<LocalDate> on) {
        return new DocumentCard(number, kind, by, at, on, subject, signer, recipients);
    }

    DocumentCard about(String newSubject) {
        return new DocumentCard(number, kind, issuer, place, date, newSubject, signer, recipients);
    }

    DocumentCard signed(String by, List<String> to) {
        return new DocumentCard(number, kind, issuer, place, date, subject, by, to);
    }

    /** Returns whether nothing is known. */
    public boolean isEmpty() {
        return number.isEmpty() && kind.isEmpty();
    }

    /** Returns whether both have one number, or one has the mere beginning of the other's. */
    boolean isSameDocument(DocumentCard other) {
        if (number.isEmpty() || other.number.isEmpty()) {
            return false;
        }
        String one = number.get().key();
        String two = other.number.get().key();
        return one.equals(two) || one.startsWith(two + "-") || two.startsWith(one + "-");
    }

    /** Returns this card with what only the other knows of the same document. */
    public DocumentCard completedBy(DocumentCard other) {
        boolean longer = other.number.isPresent()
                && (number.isEmpty()
                        || other.number.get().key().length()
                                > number.get().key().length());
        return new DocumentCard(
                longer ? other.number : number,
                kind.or(other::kind),
                issuer.isEmpty() ? other.issuer : issuer,
                place.isEmpty() ? other.place : place,
                date.or(other::date),
                subject.isEmpty() ? other.subject : subject,
                signer.isEmpty() ? other.signer : signer,
                recipients.isEmpty() ? other.recipients : recipients);
    }
}
