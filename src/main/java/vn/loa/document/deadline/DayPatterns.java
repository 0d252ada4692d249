package vn.loa.document.deadline;

import java.util.regex.Pattern;

/** The words beside a day by which it is the day of something else than a duty: a validity, an event, a presence. Folded. */
final class DayPatterns {
    /** Words of validity, presence and what goes on until then: no duty, whatever is asked of whom. */
    static final Pattern NEVER = words(
            "tu vi|(?<!(?:phuong|bien|du|phuong an) )an tet|tinh den|tinh tu|co hieu luc|(?:chot|lay|tinh) so lieu(?: [a-z]{1,8}){0,4}:? tu (?:ngay )?\\d|hieu luc|co gia tri|su dung den|ap dung den|khai mac|be mac"
                    + "|dien ra|co mat|co quyen|nhan co tuc|danh sach co dong|trung bay|trien lam|nghi huu"
                    + "|mua bao(?! hiem)|thoi tiet|mua lon|dem ngay"
                    + "|thoi han su dung|gia tri su dung|nhiem ky(?! \\d{4})|tuoi doi|luu dien|phong toa|cam duong"
                    + "|truc tet|phan khoi|vui mung|ky vong|mong cho"
                    + "|ap dung (?:voi|doi voi|cho)");

    /** Verbs of an event by then, a duty only where it is asked for. */
    static final Pattern HAPPENS = words(
            "ho so vu an|trinh (?:quoc hoi|chinh phu|thu tuong|bo chinh tri|trung uong)|hoan thanh (?:vong (?:bang|loai)|luot (?:di|ve)|chuong trinh|hoc ky|nam hoc|khoa hoc|lop hoc)|du kien|khoi cong|khanh thanh|be giang|thong xe|hop long|khoi phuc xong|ngung cap|tam ngung|cat dien|xuat phat|tap luyen|luu dien|tiem vet");

    /** Stands before the last day of a validity; who hands in such a paper has a verb for it. */
    static final Pattern VALIDITY = words(
            "(?:the (?:bao hiem|bhyt|can cuoc|doan|dang)|bhyt|giay phep|bang lai|ho chieu|can cuoc|cccd|(?<!ky )hop dong|vac xin|vacxin|(?:hop|lo|vi|vien) (?:thuoc|sua)"
                    + "|lo hang|chung chi|dang kiem|visa|bao hanh)(?: [^ .;:]{1,20}){0,8}");

    /** To be somewhere at an hour, which is an event. */
    static final Pattern ATTENDS =
            Pattern.compile("(?<![a-z])(?:den|tap trung|co mat|toi)(?: [^ ,;]{1,12}){1,6} truoc ");

    /** The hours of one day: "từ 8 giờ đến 17 giờ ngày 15/11". */
    static final Pattern HOURS = Pattern.compile("(?<![a-z])tu \\d{1,2} ?(?:h|g|gio|:) ?(?:\\d{2})?(?: ?phut)? $");

    /** Of a paper or a thing, not of a duty: "thời hạn thẻ từ … đến". */
    static final Pattern TERM = words(
            "(?:sang|chieu|toi|ca) (?:thu (?:bay|[2-7])|chu nhat)[^;]{0,30} tu (?:ngay )?\\d[^;]*|(?<!de )(?<!hoi )nghi (?:hoc|lam|phep|om|viec)|han (?:the|bao hanh|bao quan|su dung|dung|hop dong|giay|bang|vay|thue(?! dat)|luu hanh)");

    static final Pattern REPORTS = words("gui|nop|bao cao|dang ky|lap|ra soat|tong hop|thong ke|cung cap|xay dung");
    static final Pattern REPORTERS = words(
            "(?:sap |da )?(?:het (?:nhiem ky|han|hieu luc)|nghi huu)(?! truoc| ngay| vao| tu)|truc tet(?= (?:gui|nop|bao cao|dang ky))");
    static final Pattern OBJECT =
            words("het hieu luc|khai mac|be mac|nghi le|nghi tet|truc tet|trien lam|trung bay|nghi huu|du kien"
                    + "|khoi cong|khanh thanh|be giang|mua bao|mua lon|thoi tiet|cao diem|nhiem ky|tuoi doi|tinh den");

    /** A remark within brackets. */
    static final Pattern REMARK = Pattern.compile("\\([^()]*+\\)");

    private DayPatterns() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])");
    }
}
