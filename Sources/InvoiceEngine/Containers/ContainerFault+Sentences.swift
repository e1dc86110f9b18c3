extension ContainerFault.Code {
    /// What is wrong, in English.
    public var english: String { sentences.english }
    /// What is wrong, in Vietnamese.
    public var vietnamese: String { sentences.vietnamese }
    /// How to mend it, in English.
    public var remedy: String { sentences.remedy }
    /// How to mend it, in Vietnamese.
    public var remedyVietnamese: String { sentences.remedyVietnamese }

    private struct Sentences {
        var english: String
        var vietnamese: String
        var remedy: String
        var remedyVietnamese: String

        init(_ english: String, _ vietnamese: String, mend remedy: String, _ remedyVietnamese: String) {
            self.english = english
            self.vietnamese = vietnamese
            self.remedy = remedy
            self.remedyVietnamese = remedyVietnamese
        }
    }

    private static let makeAgain = (
        "Make the archive again and send it whole.", "Tạo lại tệp nén và gửi lại đầy đủ."
    )
    private static let split = (
        "Send the messages in several archives.", "Chia các thông điệp ra nhiều tệp nén."
    )

    private var sentences: Sentences { structural ?? ofAmount ?? ofLines ?? ofManifests ?? ofEntries }

    /// Of what concerns the container as a whole.
    private var structural: Sentences? {
        let again = ContainerFault.Code.makeAgain
        switch self {
        case .kind:
            return Sentences(
                "The file is named as an archive but is neither zip, tar nor gzip.",
                "Tệp có tên là tệp nén nhưng không phải zip, tar hay gzip.",
                mend: "Send .zip, .tar, .tar.gz, .xml.gz or .xml.",
                "Gửi tệp .zip, .tar, .tar.gz, .xml.gz hoặc .xml."
            )
        case .pipe:
            return Sentences(
                "A zip file is read by the directory at its end, which a pipe cannot be asked for.",
                "Tệp zip được đọc theo thư mục ở cuối tệp; không đọc được qua đường ống.",
                mend: "Save it to a file and give the file's name, or send tar.gz.",
                "Lưu thành tệp rồi chỉ tên tệp, hoặc gửi tar.gz."
            )
        case .damaged:
            return Sentences("The archive is damaged.", "Tệp nén bị hỏng.", mend: again.0, again.1)
        case .truncated:
            return Sentences(
                "The archive ends too early.",
                "Tệp nén bị cắt cụt.",
                mend: again.0,
                again.1
            )
        case .headers:
            return Sentences(
                "What the zip file says of an entry in two places differs.",
                "Tệp zip mô tả một mục ở hai nơi khác nhau.",
                mend: again.0,
                again.1
            )
        case .overlap:
            return Sentences(
                "Entries of the zip file overlap, or bytes between them belong to none.",
                "Các mục của tệp zip chồng lên nhau, hoặc có byte không thuộc mục nào.",
                mend: again.0,
                again.1
            )
        default: return nil
        }
    }

    /// Of how much there is in a container.
    private var ofAmount: Sentences? {
        let split = ContainerFault.Code.split
        switch self {
        case .entries:
            return Sentences("The archive has too many entries.", "Tệp nén có quá nhiều mục.", mend: split.0, split.1)
        case .bytes:
            return Sentences(
                "The archive unpacks to too many bytes.",
                "Tệp nén bung ra quá nhiều byte.",
                mend: split.0,
                split.1
            )
        case .ratio:
            return Sentences(
                "The archive unpacks to too many times its size.",
                "Tệp nén bung ra quá nhiều lần kích thước của nó.",
                mend: split.0,
                split.1
            )
        case .empty:
            return Sentences(
                "There is no message (.xml) in the archive.",
                "Trong tệp nén không có thông điệp nào (.xml).",
                mend: "Name the messages .xml.",
                "Đặt tên các thông điệp là .xml."
            )
        case .rest:
            return Sentences(
                "What follows a message that cannot be read is not read either.",
                "Phần sau một thông điệp không đọc được thì cũng không được đọc.",
                mend: "Mend or remove that message and send the rest again.",
                "Sửa hoặc bỏ thông điệp đó rồi gửi lại phần còn lại."
            )
        default: return nil
        }
    }

    private static let signAgain = (
        "Make the manifest again with xacthuc manifest, sign it, and send both.",
        "Lập lại bảng kê bằng xacthuc manifest, ký số và gửi cả hai."
    )

    /// Of lines.
    private var ofLines: Sentences? {
        let again = ContainerFault.Code.signAgain
        switch self {
        case .linesUnsigned:
            return Sentences(
                "Lines without a signed manifest are taken by test ledgers only.",
                "Chỉ sổ thử nghiệm mới nhận các dòng dữ liệu không có bảng kê đã ký số.",
                mend: "Make a manifest with xacthuc manifest FILE, sign it, and put it beside the file.",
                "Lập bảng kê bằng xacthuc manifest FILE, ký số rồi đặt cạnh tệp."
            )
        case .linesTooLong:
            return Sentences(
                "A line is longer than any that is read.",
                "Một dòng dài quá mức cho phép.",
                mend: "Send that invoice as XML, or in several invoices.",
                "Gửi hóa đơn đó dạng XML, hoặc tách thành nhiều hóa đơn."
            )
        case .linesChanged:
            return Sentences(
                "These lines are not the ones that the manifest names: they were changed after it was signed.",
                "Các dòng này không khớp với bảng kê: dữ liệu đã bị thay đổi sau khi ký.",
                mend: again.0,
                again.1
            )
        case .linesMissing:
            return Sentences(
                "There are fewer lines than the manifest names.",
                "Số dòng ít hơn số ghi trong bảng kê.",
                mend: "Send the whole file.",
                "Gửi đầy đủ tệp."
            )
        case .linesMore:
            return Sentences(
                "There are more lines than the manifest names; those are not read.",
                "Số dòng nhiều hơn số ghi trong bảng kê; phần thừa không được đọc.",
                mend: again.0,
                again.1
            )
        default: return nil
        }
    }

    /// Of manifests.
    private var ofManifests: Sentences? {
        let again = ContainerFault.Code.signAgain
        switch self {
        case .manifestShape:
            return Sentences(
                "The manifest is no CMS message of one signer that holds what xacthuc manifest writes.",
                "Bảng kê không phải thông điệp CMS của một người ký chứa nội dung do xacthuc manifest lập.",
                mend: "Sign it with: openssl cms -sign -nodetach -binary -outform DER.",
                "Ký bằng lệnh: openssl cms -sign -nodetach -binary -outform DER."
            )
        case .manifestSignature:
            return Sentences(
                "The signature over the manifest does not hold.",
                "Chữ ký số trên bảng kê không hợp lệ.",
                mend: again.0,
                again.1
            )
        case .manifestRefused:
            return Sentences(
                "These lines are not taken because their manifest was refused.",
                "Các dòng này không được nhận vì bảng kê của chúng bị từ chối.",
                mend: again.0,
                again.1
            )
        default: return nil
        }
    }

    /// Of what concerns one entry.
    private var ofEntries: Sentences {
        switch self {
        case .path:
            Sentences(
                "The entry's name is absolute, leads out of the archive, is too long or cannot be shown.",
                "Tên mục là đường dẫn tuyệt đối, dẫn ra ngoài tệp nén, quá dài hoặc không hiển thị được.",
                mend: "Pack the messages with plain relative names.",
                "Đóng gói với tên tương đối đơn giản."
            )
        case .link:
            Sentences(
                "The entry is a link, a device or of an unknown kind.",
                "Mục là liên kết, thiết bị hoặc loại lạ.",
                mend: "Pack the messages themselves.",
                "Đóng gói chính các thông điệp."
            )
        case .nested:
            Sentences(
                "The entry is itself an archive or compressed.",
                "Mục lại là một tệp nén.",
                mend: "Pack the messages as .xml, or send the inner archive by itself.",
                "Đóng gói thông điệp dạng .xml, hoặc gửi riêng tệp nén bên trong."
            )
        case .encrypted:
            Sentences(
                "The entry is encrypted.",
                "Mục được mã hóa.",
                mend: "Pack without a password.",
                "Đóng gói không đặt mật khẩu."
            )
        case .method:
            Sentences(
                "The entry is compressed in a way that is not read here.",
                "Mục được nén theo cách không hỗ trợ.",
                mend: "Pack with deflate, or without compression.",
                "Nén bằng deflate hoặc không nén."
            )
        default:
            Sentences(
                "The content is not what its check sum says.",
                "Nội dung không khớp với mã kiểm tra.",
                mend: ContainerFault.Code.makeAgain.0,
                ContainerFault.Code.makeAgain.1
            )
        }
    }
}
