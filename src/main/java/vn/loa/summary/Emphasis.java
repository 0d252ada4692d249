package vn.loa.summary;

import java.util.Set;

/** The weights of the parts of a sentence's worth, by whether the article brings a lead of its own. */
enum Emphasis {
    /** The lead tells the news; the sentences beside it add facts, which the rules know. */
    LEAD_GIVEN(1, 0, 1, 1),
    /**
     * A short text of a commune, a village or one of their bodies: of so few sentences the words alone do not tell what
     * matters, the facts do too.
     */
    BRIEF(0.7, 25, 0.6, 0.5),
    /** The summary has to do what a lead would, so the words a lead would hold count most. Measured: see src/bench. */
    LEAD_MISSING(0.3, 50, 0.2, 0);

    /** The features of the first sentence of official news. */
    static final Set<Feature> OF_A_LEAD = Set.of(Feature.WHO, Feature.WHAT, Feature.WHEN);

    private final double features;
    private final double coverage;
    private final double lead;
    private final double place;

    Emphasis(double features, double coverage, double lead, double place) {
        this.features = features;
        this.coverage = coverage;
        this.lead = lead;
        this.place = place;
    }

    /** Returns the factor of what {@link Feature}s are worth. */
    double features() {
        return features;
    }

    /** Returns the factor of {@link Coverage}. */
    double coverage() {
        return coverage;
    }

    /** Returns the factor of standing in the leading paragraph. */
    double lead() {
        return lead;
    }

    /** Returns the factor of standing early. */
    double place() {
        return place;
    }
}
