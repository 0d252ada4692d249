package vn.loa.portal.generic.block;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The meanings of the words in an element's class, id or role. The words are those of the themes and systems that news
 * sites and Vietnamese portals are built with; two words in a row are written with a blank.
 */
public enum Hint {
    COMMENTS(
            "comment comments comentarios commentaires komentarze hozzaszolasok commentlist commentary-list disqus respond livefyre spotim viafoura discussion"
                    + " binhluan talkback opinionbox remark42 hyvor"),
    COOKIES("cookie cookies cookielaw consent gdpr ccpa onetrust cookiebot didomi usercentrics cookiebar"
            + " cookiebanner privacy"),
    NAVIGATION("nav navbar navigation navi menu menus submenu megamenu breadcrumb breadcrumbs pagination paginator"
            + " pager paging sidebar sidenav footer masthead topbar offcanvas skiplink skip sitemap languages"
            + " pathway postnav pagenavi footnav subnav topnav colophon jump"),
    RELATED("related relateds relate relatedposts relatednews relatedarticles relatedcontent recirc recirculation"
            + " recommended recommendation recommendations recommend recommender readnext upnext outbrain taboola"
            + " revcontent zergnet dianomi mgid teads mostread mostpopular trending popular lienquan tinlienquan"
            + " tinkhac tinmoi docnhieu xemnhieu docthem xemthem bailienquan readmore morestories onward crosslink"
            + " crosslinks promobox teaser teasers ticker marquee plista ligatus seealso alsoread"
            + " relacionadas relacionados relacionado relacionada verwandte correlati correlate"),
    ADVERTISING("ad ads adv advert adverts advertise advertisement advertisements advertising adsbygoogle adslot"
            + " adunit adbox adcontainer adwrapper adblock dfp gpt sponsor sponsored sponsors promo promos promotion"
            + " promotions promoted quangcao werbung anzeige publicidad publicite affiliate affiliates shopping"
            + " commerce"),
    SIGNUP("newsletter newsletters subscribe subscriber subscribers subscription subscriptions signup optin"
            + " mailchimp mc4wp donate donation donations membership login signin register"
            + " registration auth inscription abo leadgen emailsignup whatsapp callout"),
    SHARING("share shares sharing sharebar sharebox sharebuttons sharer social socials socialbar socialmedia"
            + " sharedaddy sharethis addthis addtoany a2a follow followus chiase zalo like likes emoji reactions"
            + " reaction bookmark"),
    CAPTION("caption captions figcaption imagecaption photocaption credit credits photocredit imagecredit copyright"
            + " chuthich thumbcaption mediacaption legende bildunterschrift pie"),
    BYLINE("byline bylines author authors authorbox authorbio bio biography contributor contributors"
            + " postmeta entrymeta postinfo tacgia reporter"
            + " readtime readingtime signature"),
    DATE("date dates time ngay thoigian ngaydang posted clock datetime timestamp pubdate publishdate published"
            + " postdate newsdate"),
    TAGS("tags tag taglist tagcloud tagged keywords keyword hashtag hashtags topics topic posttags tukhoa categories"
            + " cats postcats"),
    TOOLS(
            "print noprint tool tools toolbar toolbox buttons button btn btns rating ratings star stars vote votes voting poll"
                    + " feedback toc tableofcontents search searchform searchbox tooltip popover dropdown modal popup lightbox"
                    + " interstitial overlay notification alert banner fontsize textsize audioplayer"
                    + " texttospeech speaker luotxem views pageviews weather"),
    LEAD(
            "lead leadtext tomtat trichdan trichyeu loidan mota sapo standfirst summary excerpt intro introduction deck dek chapo subtitle subheadline subheading subhead strapline teasertext hometext motangan description abstract desc newsdesc shortdesc vorspann anlauf entradilla bajada ingress sommario synopsis kicker"),
    GALLERY(
            "gallery galleries carousel slider slideshow swiper slick photoswipe fotostrecke bildergalerie diaporama album thuvienanh"),
    LATENT("meta extra extras links player jwplayer video videos widget"
            + " widgets cards card more promoted actions action aux secondary info infos infobox embed"
            + " newsticker series download factbox box aside"),
    BODY("article articlebody body content contents entry entrycontent post postcontent story storybody text"
            + " articletext fulltext main detail details noidung chitiet bodytext newsbody articlecontent"
            + " maincontent paragraph richtext prose copy wysiwyg bodyhtml");

    private static final Map<String, Set<Hint>> BY_WORD = byWord();

    private final String words;

    Hint(String words) {
        this.words = words;
    }

    /** Returns the hints that a word gives; none for most words. */
    static Set<Hint> of(String word) {
        return BY_WORD.getOrDefault(word, Set.of());
    }

    private static Map<String, Set<Hint>> byWord() {
        Map<String, Set<Hint>> hints = new HashMap<>();
        for (Hint hint : values()) {
            for (String word : hint.words.split(" ", -1)) {
                hints.computeIfAbsent(word, w -> EnumSet.noneOf(Hint.class)).add(hint);
            }
        }
        return hints;
    }
}
