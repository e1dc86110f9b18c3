// Made by Scripts/generate from Data/tags.tsv. Change that, not this.

/// The element names of the standard, of its notices and of XML signatures; cases are spelled as on the wire.
public enum Tag: UInt16, Sendable, CaseIterable {
    /// A name the standard does not know, or one in a namespace where the standard's has none.
    case unknown = 0
    /// `BBan`.
    case BBan
    /// `BKe`.
    case BKe
    /// `BSLThu`: Bổ sung lần thứ.
    case BSLThu
    /// `BTHDLieu`.
    case BTHDLieu
    /// `BTHop`.
    case BTHop
    /// `CBTHop`: Chuyển bảng tổng hợp.
    case CBTHop
    /// `CCCDan`: Căn cước công dân.
    case CCCDan
    /// `CCKSKhac`: Các chữ ký số khác.
    case CCKSKhac
    /// `CCu`: Căn cứ.
    case CCu
    /// `CDDu`: Chuyển đầy đủ.
    case CDDu
    /// `CDLQTCTN`: Chuyển dữ liệu qua TCTN.
    case CDLQTCTN
    /// `CDLTTDCQT`: Chuyển dữ liệu trực tiếp đến CQT.
    case CDLTTDCQT
    /// `CDanh`: Chức danh.
    case CDanh
    /// `CKSNNT`: Chữ ký số người nộp thuế.
    case CKSNNT
    /// `CLech`.
    case CLech
    /// `CMND`: CMND.
    case CMND
    /// `CMTMTTien`: Có mã từ máy tính tiền.
    case CMTMTTien
    /// `CMa`: Có mã.
    case CMa
    /// `CQBHQDinh`: Cơ quan ban hành quyết định.
    case CQBHQDinh
    /// `CQCQDTLap`: Cơ quan cấp quyết định thành lập.
    case CQCQDTLap
    /// `CQT`: Cơ quan thuế.
    case CQT
    /// `CQTQLy`: CQT quản lý.
    case CQTQLy
    /// `CQXLTSCong`: Cơ quan thuế hoặc cơ quan xử lý tài sản công.
    case CQXLTSCong
    /// `CTS`.
    case CTS
    /// `CTu`: Chứng từ.
    case CTu
    /// `CanonicalizationMethod`.
    case CanonicalizationMethod
    /// `DCDVNUNLHDon`: Địa chỉ đơn vị nhận ủy nhiệm lập hóa đơn.
    case DCDVNUNLHDon
    /// `DCLHe`: Địa chỉ liên hệ.
    case DCLHe
    /// `DCNBan`: Địa chỉ người bán.
    case DCNBan
    /// `DCNMua`: Địa chỉ người mua.
    case DCNMua
    /// `DCNNT`: Địa chỉ NNT.
    case DCNNT
    /// `DCNban`: Địa chỉ người bán.
    case DCNban
    /// `DCNmua`: Địa chỉ người mua.
    case DCNmua
    /// `DCTDTu`: Địa chỉ thư điện tử.
    case DCTDTu
    /// `DChi`: Địa chỉ.
    case DChi
    /// `DDVCHDen`: Địa điểm vận chuyển hàng đến.
    case DDVCHDen
    /// `DDanh`: Địa danh.
    case DDanh
    /// `DGGoc`: Đơn giá trước thay thế/điều chỉnh.
    case DGGoc
    /// `DGTDoi`: Đơn giá sau thay thế/điều chỉnh.
    case DGTDoi
    /// `DGia`: Đơn giá.
    case DGia
    /// `DKTH`.
    case DKTH
    /// `DKUNhiem`.
    case DKUNhiem
    /// `DLBTHop`.
    case DLBTHop
    /// `DLDNghi`.
    case DLDNghi
    /// `DLHDon`: Dữ liệu hóa đơn.
    case DLHDon
    /// `DLQRCode`: Dữ liệu QR Code.
    case DLQRCode
    /// `DLTBao`: Dữ liệu thông báo.
    case DLTBao
    /// `DLTKhai`.
    case DLTKhai
    /// `DLieu`: Dữ liệu.
    case DLieu
    /// `DNgay`: Đến ngày.
    case DNgay
    /// `DNghi`: Đề nghị.
    case DNghi
    /// `DSBTHop`.
    case DSBTHop
    /// `DSCKS`: Danh sách chữ ký số.
    case DSCKS
    /// `DSCTSSDung`.
    case DSCTSSDung
    /// `DSCTu`.
    case DSCTu
    /// `DSDKUNhiem`.
    case DSDKUNhiem
    /// `DSDLieu`.
    case DSDLieu
    /// `DSHDUNhiem`.
    case DSHDUNhiem
    /// `DSHDon`: Danh sách hóa đơn.
    case DSHDon
    /// `DSHHDVu`: Danh sách hàng hóa, dịch vụ.
    case DSHHDVu
    /// `DSLDKCNhan`.
    case DSLDKCNhan
    /// `DSLDKTNhan`.
    case DSLDKTNhan
    /// `DSLDTDoi`.
    case DSLDTDoi
    /// `DSLDTTChung`.
    case DSLDTTChung
    /// `DSLDo`: Danh sách lý do.
    case DSLDo
    /// `DSLHDon`.
    case DSLHDon
    /// `DSLMHang`.
    case DSLMHang
    /// `DSLPhi`: Danh sách loại phí.
    case DSLPhi
    /// `DSTTUNhiem`.
    case DSTTUNhiem
    /// `DTCThue`: Doanh thu chưa có thuế GTGT.
    case DTCThue
    /// `DTDDPLuat`: Điện thoại người đại diện pháp luật.
    case DTDDPLuat
    /// `DTLHe`: Điện thoại liên hệ.
    case DTLHe
    /// `DTPSinh`: Doanh thu phát sinh.
    case DTPSinh
    /// `DVHTPT`.
    case DVHTPT
    /// `DVTTe`: Đơn vị tiền tệ.
    case DVTTe
    /// `DVTinh`: Đơn vị tính.
    case DVTinh
    /// `DigestMethod`.
    case DigestMethod
    /// `DigestValue`.
    case DigestValue
    /// `ECKeyValue`.
    case ECKeyValue
    /// `Exponent`.
    case Exponent
    /// `Fax`: Fax.
    case Fax
    /// `GChu`: Ghi chú.
    case GChu
    /// `GTinh`: Giới tính.
    case GTinh
    /// `HDBHDTQGia`: Hóa đơn bán hàng dự trữ quốc gia.
    case HDBHDTQGia
    /// `HDBHTHBLai`: Hóa đơn bán hàng tích hợp biên lai thu thuế, phí, lệ phí.
    case HDBHTHBLai
    /// `HDBHang`: Hóa đơn bán hàng.
    case HDBHang
    /// `HDBTSCong`: Hóa đơn bán tài sản công.
    case HDBTSCong
    /// `HDDCKPTQuan`: Hoá đơn dành cho khu phi thuế quan.
    case HDDCKPTQuan
    /// `HDDIn`: Hóa đơn đặt in.
    case HDDIn
    /// `HDGTGT`: Hóa đơn GTGT.
    case HDGTGT
    /// `HDGTGTTHBLai`: Hóa đơn GTGT tích hợp biên lai thu thuế, phí, lệ phí.
    case HDGTGTTHBLai
    /// `HDKTNgay`: Hợp đồng kinh tế ngày.
    case HDKTNgay
    /// `HDKTSo`: Hợp đồng kinh tế số.
    case HDKTSo
    /// `HDKhac`: Hóa đơn khác.
    case HDKhac
    /// `HDSo`: Hợp đồng số.
    case HDSo
    /// `HDTMai`: Hóa đơn thương mại.
    case HDTMai
    /// `HDUNhiem`.
    case HDUNhiem
    /// `HDXLy`: Hướng dẫn xử lý.
    case HDXLy
    /// `HDon`: Hóa đơn.
    case HDon
    /// `HHDVu`: Hàng hóa, dịch vụ.
    case HHDVu
    /// `HMACOutputLength`.
    case HMACOutputLength
    /// `HTBan`: Hình thức bán.
    case HTBan
    /// `HTDKy`: Hình thức.
    case HTDKy
    /// `HTGDLH`.
    case HTGDLH
    /// `HTGDLHDDT`.
    case HTGDLHDDT
    /// `HTHDon`.
    case HTHDon
    /// `HTTToan`: Hình thức thanh toán.
    case HTTToan
    /// `HThuc`: Hình thức.
    case HThuc
    /// `HVTNMHang`: Họ và tên người mua hàng.
    case HVTNMHang
    /// `HVTNNHang`: Họ và tên người nhận hàng.
    case HVTNNHang
    /// `HVTNXHang`: Họ và tên người xuất hàng.
    case HVTNXHang
    /// `KCMa`: Không có mã.
    case KCMa
    /// `KDChinh`: Kỳ điều chỉnh.
    case KDChinh
    /// `KDLDChinh`: Kỳ dữ liệu điều chỉnh.
    case KDLDChinh
    /// `KDLieu`: Kỳ dữ liệu.
    case KDLieu
    /// `KHCTu`: Ký hiệu chứng từ.
    case KHCTu
    /// `KHHDCLQuan`: Ký hiệu hóa đơn có liên quan.
    case KHHDCLQuan
    /// `KHHDon`: Ký hiệu hóa đơn.
    case KHHDon
    /// `KHLKhac`.
    case KHLKhac
    /// `KHMBKe`: Ký hiệu mẫu số bảng kê.
    case KHMBKe
    /// `KHMSCTu`: Ký hiệu mẫu số chứng từ.
    case KHMSCTu
    /// `KHMSHDCLQuan`: Ký hiệu mẫu số hóa đơn có liên quan.
    case KHMSHDCLQuan
    /// `KHMSHDon`: Ký hiệu mẫu số hóa đơn.
    case KHMSHDon
    /// `KQua`: Kết quả.
    case KQua
    /// `KTThue`: Kỳ tính thuế.
    case KTThue
    /// `KeyInfo`.
    case KeyInfo
    /// `KeyName`.
    case KeyName
    /// `KeyValue`.
    case KeyValue
    /// `LADCTDT`: Loại áp dụng chứng từ điện tử.
    case LADCTDT
    /// `LADHDDT`: Loại hóa đơn điện tử.
    case LADHDDT
    /// `LBTHKXDau`.
    case LBTHKXDau
    /// `LBTHXDau`.
    case LBTHXDau
    /// `LCMa`: Lý do không cấp mã.
    case LCMa
    /// `LDDNBo`: Lệnh điều động nội bộ.
    case LDDNBo
    /// `LDKUNhiem`: Loại đăng ký ủy nhiệm.
    case LDKUNhiem
    /// `LDNCLe`.
    case LDNCLe
    /// `LDau`: Lần đầu.
    case LDau
    /// `LDo`: Lý do.
    case LDo
    /// `LHDCLQuan`: Loại hóa đơn có liên quan.
    case LHDCLQuan
    /// `LHDKMa`.
    case LHDKMa
    /// `LHDMTTien`.
    case LHDMTTien
    /// `LHDSDung`.
    case LHDSDung
    /// `LHHDTrung`.
    case LHHDTrung
    /// `LHHoa`: Loại hàng hóa.
    case LHHoa
    /// `LKDLDChinh`: Loại kỳ dữ liệu điều chỉnh.
    case LKDLDChinh
    /// `LKDLieu`: Loại kỳ dữ liệu.
    case LKDLieu
    /// `LKTThue`: Loại kỳ tính thuế.
    case LKTThue
    /// `LMHang`.
    case LMHang
    /// `LPhi`: Loại phí.
    case LPhi
    /// `LTBao`: Loại thông báo.
    case LTBao
    /// `LTSuat`: Loại thuế suất.
    case LTSuat
    /// `LUNhiem`: Loại ủy nhiệm.
    case LUNhiem
    /// `Lan`: Lần.
    case Lan
    /// `Loai`: Loại.
    case Loai
    /// `MCCQT`: Mã của cơ quan thuế.
    case MCCQT
    /// `MCHang`: Mã cửa hàng.
    case MCHang
    /// `MCQT`: Mã CQT.
    case MCQT
    /// `MCQTCap`: Mã CQT cấp.
    case MCQTCap
    /// `MCQTQLy`: Mã CQT quản lý.
    case MCQTQLy
    /// `MDVQHNSach`: Mã đơn vị quan hệ ngân sách.
    case MDVQHNSach
    /// `MDich`: Mục đích.
    case MDich
    /// `MGDDTu`: Mã giao dịch điện tử.
    case MGDDTu
    /// `MHHDVu`: Mã hàng hóa, dịch vụ.
    case MHHDVu
    /// `MHSo`: Mã hồ sơ.
    case MHSo
    /// `MHang`.
    case MHang
    /// `MKHang`: Mã khách hàng.
    case MKHang
    /// `MLTDiep`: Mã loại thông điệp.
    case MLTDiep
    /// `MLoi`: Mã lỗi.
    case MLoi
    /// `MNGui`: Mã nơi gửi.
    case MNGui
    /// `MNNhan`: Mã nơi nhận.
    case MNNhan
    /// `MST`: Mã số thuế.
    case MST
    /// `MSTDLThue`: Mã số thuế đại lý thuế.
    case MSTDLThue
    /// `MSTDVHTPT`: MST đơn vị hạch toán phụ thuộc cần cấp quyền tra cứu hóa đơn.
    case MSTDVHTPT
    /// `MSTDVNUNLHDon`: Mã số thuế đơn vị nhận ủy nhiệm lập hóa đơn.
    case MSTDVNUNLHDon
    /// `MSTNBan`: Mã số thuế người bán.
    case MSTNBan
    /// `MSTNMua`: Mã số thuế người mua.
    case MSTNMua
    /// `MSTTCGP`: Mã số thuế tổ chức cung cấp giải pháp hóa đơn điện tử.
    case MSTTCGP
    /// `MSTTCTN`: MST tổ chức truyền nhận.
    case MSTTCTN
    /// `MSo`: Mẫu số.
    case MSo
    /// `MTDTChieu`: Mã thông điệp tham chiếu.
    case MTDTChieu
    /// `MTDiep`: Mã thông điệp.
    case MTDiep
    /// `MTLoi`: Mô tả lỗi.
    case MTLoi
    /// `MTa`: Mô tả.
    case MTa
    /// `Manifest`.
    case Manifest
    /// `Modulus`.
    case Modulus
    /// `NBBan`: Ngày biên bản.
    case NBBan
    /// `NBKCLQuan`.
    case NBKCLQuan
    /// `NBKe`: Ngày bảng kê.
    case NBKe
    /// `NBan`: Người bán.
    case NBan
    /// `NCCMND`: Nơi cấp CMND.
    case NCCMND
    /// `NCQDTLap`: Ngày cấp quyết định thành lập.
    case NCQDTLap
    /// `NDBBan`.
    case NDBBan
    /// `NDBKe`.
    case NDBKe
    /// `NDBTHDLieu`.
    case NDBTHDLieu
    /// `NDDNghi`.
    case NDDNghi
    /// `NDHDon`: Nội dung hóa đơn.
    case NDHDon
    /// `NDTKhai`.
    case NDTKhai
    /// `NDung`: Nội dung.
    case NDung
    /// `NHDong`: Ngày hợp đồng.
    case NHDong
    /// `NLHDCLQuan`: Ngày lập hoá đơn có liên quan.
    case NLHDCLQuan
    /// `NLHe`: Người liên hệ.
    case NLHe
    /// `NLap`: Ngày lập.
    case NLap
    /// `NMua`: Người mua.
    case NMua
    /// `NNT`: Người nộp thuế.
    case NNT
    /// `NNTDBKKhan`: NNT địa bàn khó khăn.
    case NNTDBKKhan
    /// `NNTKTDNUBND`: NNT khác theo đề nghị UBND.
    case NNTKTDNUBND
    /// `NNhan`: Ngày nhận.
    case NNhan
    /// `NQDinh`: Ngày quyết định.
    case NQDinh
    /// `NSDDPLuat`: Ngày sinh đại diện pháp luật.
    case NSDDPLuat
    /// `NTBCCQT`: Ngày thông báo của CQT.
    case NTBCCQT
    /// `NTBNNT`: Ngày thông báo.
    case NTBNNT
    /// `NTBao`: Ngày thông báo.
    case NTBao
    /// `NTNhan`: Ngày CQT tiếp nhận đăng ký ủy nhiệm/ nhận ủy nhiệm.
    case NTNhan
    /// `NYCCDoi`: Ngày yêu cầu chuyển đổi.
    case NYCCDoi
    /// `NgCCMND`: Ngày cấp CMND.
    case NgCCMND
    /// `Ngay`: Ngày.
    case Ngay
    /// `Object`.
    case Object
    /// `PBan`: Phiên bản của thông điệp.
    case PBan
    /// `PTVChuyen`: Phương tiện vận chuyển.
    case PTVChuyen
    /// `PThuc`: Phương thức.
    case PThuc
    /// `QTich`: Quốc tịch.
    case QTich
    /// `RSAKeyValue`.
    case RSAKeyValue
    /// `Reference`.
    case Reference
    /// `RetrievalMethod`.
    case RetrievalMethod
    /// `SBBan`: Số biên bản.
    case SBBan
    /// `SBKCLQuan`.
    case SBKCLQuan
    /// `SBKe`: Số bảng kê.
    case SBKe
    /// `SBTHDLieu`: Số bảng tổng hợp dữ liệu.
    case SBTHDLieu
    /// `SCTu`: Số chứng từ.
    case SCTu
    /// `SDThoai`: Số điện thoại.
    case SDThoai
    /// `SHChieu`: Số hộ chiếu.
    case SHChieu
    /// `SHDCLQuan`: Số hóa đơn có liên quan.
    case SHDCLQuan
    /// `SHDon`: Số hóa đơn.
    case SHDon
    /// `SHDong`: Số hợp đồng.
    case SHDong
    /// `SLGoc`: Số lượng trước thay thế/điều chỉnh.
    case SLGoc
    /// `SLTDoi`: Số lượng sau thay thế/điều chỉnh.
    case SLTDoi
    /// `SLuong`: Số lượng.
    case SLuong
    /// `SQDTLap`: Số quyết định thành lập.
    case SQDTLap
    /// `SQDinh`: Số quyết định.
    case SQDinh
    /// `STBao`: Số thông báo.
    case STBao
    /// `STCKhau`: Số tiền chiết khấu.
    case STCKhau
    /// `STKNHang`: Số tài khoản ngân hàng.
    case STKNHang
    /// `STT`: Số thứ tự.
    case STT
    /// `STTThe`: Số thứ tự thẻ.
    case STTThe
    /// `Seri`: Seri.
    case Seri
    /// `Signature`.
    case Signature
    /// `SignatureMethod`.
    case SignatureMethod
    /// `SignatureProperties`.
    case SignatureProperties
    /// `SignatureProperty`.
    case SignatureProperty
    /// `SignatureValue`.
    case SignatureValue
    /// `SignedInfo`.
    case SignedInfo
    /// `SigningTime`.
    case SigningTime
    /// `So`: Số.
    case So
    /// `TBBan`: Tên biên bản.
    case TBBan
    /// `TBKe`: Tên bảng kê.
    case TBKe
    /// `TBao`: Thông báo.
    case TBao
    /// `TCGP`.
    case TCGP
    /// `TCHDon`: Tính chất hóa đơn.
    case TCHDon
    /// `TCHang`: Tên cửa hàng.
    case TCHang
    /// `TCQT`: Tên cơ quan thuế.
    case TCQT
    /// `TCQTCTren`: Tên cơ quan thuế cấp trên.
    case TCQTCTren
    /// `TCTBao`: Tính chất thông báo.
    case TCTBao
    /// `TCTN`.
    case TCTN
    /// `TChat`: Tính chất.
    case TChat
    /// `TDLThue`: Tên đại lý thuế.
    case TDLThue
    /// `TDVHTPT`: Tên đơn vị hạch toán phụ thuộc cần cấp quyền tra cứu hóa đơn.
    case TDVHTPT
    /// `TDVNUNLHDon`: Tên đơn vị nhận ủy nhiệm lập hóa đơn.
    case TDVNUNLHDon
    /// `TDiep`: Thông điệp.
    case TDiep
    /// `TGGui`: Thời gian gửi.
    case TGGui
    /// `TGNhan`: Thời gian nhận.
    case TGNhan
    /// `TGTGT`: Thuế GTGT.
    case TGTGT
    /// `TGVCHDDen`: Thời gian vận chuyển hàng đến đến.
    case TGVCHDDen
    /// `TGVCHDTu`: Thời gian vận chuyển hàng đến từ.
    case TGVCHDTu
    /// `TGia`: Tỷ giá.
    case TGia
    /// `THDon`: Tên hóa đơn.
    case THDon
    /// `THHDVGoc`: Tên hàng hóa hoá, dịch vụ trước thay thế/điều chỉnh.
    case THHDVGoc
    /// `THHDVTDoi`: Tên hàng hóa hoá, dịch vụ sau thay thế/điều chỉnh.
    case THHDVTDoi
    /// `THHDVu`: Tên hàng hóa, dịch vụ.
    case THHDVu
    /// `THTTLTSuat`: Tổng hợp thanh toán theo loại thuế suất.
    case THTTLTSuat
    /// `THan`: Thời hạn.
    case THan
    /// `THop`: Trường hợp.
    case THop
    /// `TKhai`: Tờ khai.
    case TKhai
    /// `TLCKhau`: Tỷ lệ % chiết khấu.
    case TLCKhau
    /// `TLHDon`: Tên loại hóa đơn.
    case TLHDon
    /// `TLPhi`: Tên loại phí.
    case TLPhi
    /// `TNDDPLuat`: Tên người đại diện pháp luật.
    case TNDDPLuat
    /// `TNHang`: Tên ngân hàng.
    case TNHang
    /// `TNMua`: Tên người mua.
    case TNMua
    /// `TNNHDon`: Tên người nhận hóa đơn.
    case TNNHDon
    /// `TNNT`: Tên NNT.
    case TNNT
    /// `TNSDung`.
    case TNSDung
    /// `TNVChuyen`: Tên người vận chuyển.
    case TNVChuyen
    /// `TNgay`: Từ ngày.
    case TNgay
    /// `TPhi`: Tiền phí.
    case TPhi
    /// `TSGoc`: Thuế suất trước thay thế/điều chỉnh.
    case TSGoc
    /// `TSTDoi`: Thuế suất sau thay thế/điều chỉnh.
    case TSTDoi
    /// `TSuat`: Thuế suất.
    case TSuat
    /// `TTCCNhan`: Tên tổ chức, cá nhân.
    case TTCCNhan
    /// `TTCGP`: Tên tổ chức cung cấp giải pháp hóa đơn điện tử.
    case TTCGP
    /// `TTCKTMai`: Tổng tiền chiết khấu thương mại.
    case TTCKTMai
    /// `TTCQT`.
    case TTCQT
    /// `TTCTN`: Tên tổ chức truyền nhận.
    case TTCTN
    /// `TTCThue`: Tổng giá trị hàng hóa, dịch vụ bán ra chưa có thuế GTGT.
    case TTCThue
    /// `TTChuc`: Tên tổ chức.
    case TTChuc
    /// `TTChung`: Thông tin chung.
    case TTChung
    /// `TTDKTH`.
    case TTDKTH
    /// `TTDVHTPT`.
    case TTDVHTPT
    /// `TTGoc`: Tiền thuế.
    case TTGoc
    /// `TTHDLQuan`: Thông tin hóa đơn liên quan.
    case TTHDLQuan
    /// `TTHHDTrung`: Thông tin hàng hóa đặc trưng.
    case TTHHDTrung
    /// `TTKhac`: Thông tin khác.
    case TTKhac
    /// `TTKhai`: Tên tờ khai.
    case TTKhai
    /// `TTSDChinh`.
    case TTSDChinh
    /// `TTSuat`.
    case TTSuat
    /// `TTTCGP`.
    case TTTCGP
    /// `TTTCTN`.
    case TTTCTN
    /// `TTTDChinh`.
    case TTTDChinh
    /// `TTTDoi`: Tiền thuế.
    case TTTDoi
    /// `TTTNCCQT`: Trạng thái tiếp nhận của cơ quan thuế.
    case TTTNCCQT
    /// `TTTNSDung`.
    case TTTNSDung
    /// `TTTNhan`: Trạng thái tiếp nhận.
    case TTTNhan
    /// `TTUNhiem`.
    case TTUNhiem
    /// `TTXNCQT`: Trạng thái xác nhận của cơ quan thuế.
    case TTXNCQT
    /// `TThai`: Trạng thái.
    case TThai
    /// `TThue`: Tiền thuế.
    case TThue
    /// `TTin`: Thông tin.
    case TTin
    /// `TToan`: Thanh toán.
    case TToan
    /// `TTruong`: Tên trường.
    case TTruong
    /// `Ten`: Tên.
    case Ten
    /// `TgDTCThue`: Tổng doanh thu chưa có thuế GTGT.
    case TgDTCThue
    /// `TgDThu`: Tổng doanh thu hàng hóa, dịch vụ bán ra chịu thuế GTGT.
    case TgDThu
    /// `TgTCTCLech`: Tổng tiền chưa thuế.
    case TgTCTCLech
    /// `TgTCThue`: Tổng tiền chưa thuế.
    case TgTCThue
    /// `TgTGTGT`: Tổng thuế GTGT.
    case TgTGTGT
    /// `TgTKCLech`: Tổng tiền khác chênh lệch.
    case TgTKCLech
    /// `TgTKGoc`: Tổng tiền khác trước thay thế/điều chỉnh.
    case TgTKGoc
    /// `TgTSTGoc`: Tổng tiền sau thuế trước thay thế/điều chỉnh.
    case TgTSTGoc
    /// `TgTSTTDoi`: Tổng tiền sau thuế sau thay thế/điều chỉnh.
    case TgTSTTDoi
    /// `TgTTCLech`: Tổng tiền thuế.
    case TgTTCLech
    /// `TgTTDoi`: Tổng tiền khác sau thay thế/điều chỉnh.
    case TgTTDoi
    /// `TgTTTBChu`: Tổng tiền thanh toán bằng chữ.
    case TgTTTBChu
    /// `TgTTTBSo`: Tổng tiền thanh toán bằng số.
    case TgTTTBSo
    /// `TgTTTCLech`: Tổng tiền thanh toán chênh lệch.
    case TgTTTCLech
    /// `TgTTToan`: Tổng tiền thanh toán.
    case TgTTToan
    /// `TgTThue`: Tổng tiền thuế.
    case TgTThue
    /// `TgThue`: Tổng số thuế GTGT của hàng hóa, dịch vụ bán ra.
    case TgThue
    /// `ThTGoc`: Thành tiền.
    case ThTGoc
    /// `ThTTDoi`: Thành tiền.
    case ThTTDoi
    /// `ThTien`: Thành tiền.
    case ThTien
    /// `Transform`.
    case Transform
    /// `Transforms`.
    case Transforms
    /// `Website`: Website.
    case Website
    /// `X509CRL`.
    case X509CRL
    /// `X509Certificate`.
    case X509Certificate
    /// `X509Data`.
    case X509Data
    /// `X509IssuerName`.
    case X509IssuerName
    /// `X509IssuerSerial`.
    case X509IssuerSerial
    /// `X509SKI`.
    case X509SKI
    /// `X509SerialNumber`.
    case X509SerialNumber
    /// `X509SubjectName`.
    case X509SubjectName
    /// `XPath`.
    case XPath
}

/// What `TagTable` looks names up in.
extension TagTable {
    /// Spreads names over the slots.
    static let multiplier: UInt64 = 0xA9F5_A95D_4B84_6DEB

    /// Raw values by slot, 0 where empty; a name that finds its slot taken goes to the next.
    static let slots: [UInt16] = [
        24, 0, 356, 0, 0, 0, 0, 191, 308, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 51, 134, 0,
        208, 79, 0, 0, 0, 0, 0, 0, 0, 0, 313, 0, 0, 0, 0, 0, 0, 66, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 90, 0, 0, 155, 0, 0, 0, 0, 0, 0, 0, 133, 0, 248, 295,
        0, 0, 0, 0, 0, 0, 199, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 108, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 263, 0, 148, 0, 0, 0, 0, 0, 0, 0, 0, 0, 72, 0, 0, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 114, 0, 0, 233, 0, 0, 0, 0, 0, 0, 0, 277, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 8, 40, 0, 89, 0, 0, 0, 209, 34, 0, 273, 0, 0, 0, 122, 196, 0, 43, 0, 0, 349, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 320, 0, 0, 0, 0, 0, 0, 281, 0, 0, 0, 0, 0, 0, 0, 0, 247, 0, 0, 0, 0, 0,
        238, 0, 0, 0, 280, 0, 0, 0, 0, 0, 0, 258, 0, 0, 0, 123, 271, 333, 0, 0, 0, 156, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 97, 0, 0, 0, 0, 0, 45, 0, 0, 223, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 138, 0, 0, 0, 0,
        0, 0, 142, 0, 0, 212, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 201, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 135, 0, 0, 278, 0, 0, 62, 289, 84, 0, 0, 0, 0, 0, 0, 335, 299, 0, 0, 0,
        0, 0, 0, 0, 0, 309, 0, 9, 0, 50, 147, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 257, 0, 0, 93, 0, 0,
        0, 0, 0, 0, 0, 27, 185, 0, 0, 0, 42, 0, 0, 0, 0, 0, 0, 0, 332, 0, 0, 0, 0, 0, 0, 179, 0, 0, 0, 210,
        0, 204, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 68, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 341, 0, 0, 0, 0, 0, 0, 0, 0, 0, 151, 0, 0, 0,
        207, 0, 0, 0, 0, 0, 0, 0, 0, 0, 126, 0, 0, 0, 305, 0, 0, 55, 342, 0, 0, 31, 0, 144, 0, 0, 0, 0,
        120, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 129, 0, 0, 0, 0, 70, 0, 0, 260, 0, 0, 267, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 192, 0, 351, 0, 32, 0, 0, 252, 124, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 243, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 149,
        0, 0, 0, 0, 0, 0, 0, 0, 92, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 328, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0,
        0, 0, 0, 153, 0, 330, 0, 22, 0, 0, 348, 0, 0, 0, 0, 361, 0, 0, 0, 0, 0, 0, 0, 302, 0, 0, 0, 219,
        224, 162, 0, 0, 317, 0, 0, 0, 304, 0, 0, 0, 0, 0, 0, 287, 0, 67, 239, 268, 19, 339, 0, 71, 116, 0,
        0, 0, 37, 0, 0, 0, 0, 171, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 340, 0, 0, 0, 0, 0, 0, 0, 0, 130, 10, 0, 0, 345, 0, 0, 0, 0, 0, 0, 0, 220, 234,
        0, 279, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 338, 0, 0, 112, 0, 0, 189, 0, 0, 0, 0,
        0, 0, 0, 46, 0, 0, 0, 336, 0, 266, 0, 0, 0, 0, 0, 297, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        136, 0, 0, 0, 0, 0, 7, 0, 94, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 359, 0, 0, 0, 0, 331, 0, 0,
        154, 1, 213, 0, 0, 0, 0, 0, 0, 0, 0, 95, 0, 0, 0, 0, 0, 0, 0, 0, 103, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 203, 0, 0, 0, 0, 0, 0, 0, 0, 182, 0, 264, 0, 0, 0, 358, 0, 0, 0, 0, 0, 0, 184, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 226, 0, 0, 0, 0, 0, 0, 236, 60, 283, 0, 0, 0, 0, 0, 0, 58, 0, 0, 0, 0, 322, 0,
        0, 0, 33, 73, 0, 0, 0, 0, 0, 321, 0, 0, 241, 329, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 0, 36,
        106, 0, 251, 0, 0, 0, 222, 0, 337, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 265, 0, 0, 0,
        269, 0, 0, 0, 145, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 316, 0, 0, 0, 214, 0, 0, 0, 0, 0, 0,
        285, 0, 0, 0, 0, 0, 0, 0, 324, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 35, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 163, 0, 137, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 121, 255, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 87, 0, 0, 0, 0, 0, 0, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18,
        188, 0, 314, 0, 0, 0, 0, 0, 12, 5, 0, 152, 0, 0, 298, 0, 0, 0, 0, 0, 169, 286, 0, 127, 0, 0, 0, 0,
        354, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 254, 0, 0, 0, 0, 0, 0, 0, 146, 0, 173, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 164, 0, 0, 99, 0, 0, 0, 0, 0, 0, 0, 0, 186, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 139, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 161, 65, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 294, 221, 0, 2, 0, 229, 327, 360, 0, 0, 0, 325, 29, 0, 0, 0, 0, 157, 205, 0, 0,
        0, 0, 344, 292, 0, 96, 0, 0, 253, 0, 0, 237, 0, 0, 0, 0, 0, 0, 0, 353, 0, 0, 0, 215, 0, 0, 334, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 125, 0, 0, 217, 0, 0, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 0, 0, 0, 0, 175, 0,
        0, 0, 131, 158, 0, 0, 0, 0, 0, 0, 0, 75, 190, 0, 0, 0, 174, 176, 0, 54, 0, 0, 0, 272, 0, 0, 0, 0,
        0, 0, 109, 0, 0, 178, 0, 235, 0, 0, 98, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 172, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 319, 0, 0, 0, 0, 77, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 39, 0, 78, 315, 0, 0, 0, 0, 0, 0, 0, 310, 0, 0, 0, 86, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 202, 0, 0, 0, 0, 218, 0, 0, 0, 261, 0, 245, 0, 0, 0, 0, 181, 0, 0, 0, 0, 0, 167, 274, 0, 0, 0,
        195, 0, 0, 0, 306, 0, 0, 262, 311, 0, 0, 0, 0, 0, 250, 0, 0, 0, 0, 256, 88, 0, 0, 180, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 47, 100, 0, 206, 0, 0, 0, 0, 0, 0, 0, 0, 0, 194, 0, 0, 0, 0, 0, 0, 160,
        107, 0, 0, 0, 0, 275, 0, 0, 0, 0, 0, 0, 168, 0, 28, 323, 0, 0, 0, 0, 0, 16, 44, 141, 0, 0, 76, 0,
        0, 69, 284, 140, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 352, 0, 0, 0, 0,
        0, 110, 0, 0, 259, 159, 101, 0, 0, 0, 0, 0, 0, 0, 0, 0, 21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        132, 318, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 177, 30, 0, 143, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        293, 113, 0, 0, 166, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 288, 0, 0, 0, 0, 0, 187, 0, 0, 0, 0, 0, 0,
        343, 52, 0, 0, 0, 0, 0, 0, 150, 0, 244, 0, 0, 0, 0, 312, 61, 228, 104, 0, 0, 0, 193, 0, 0, 296, 0,
        0, 0, 0, 0, 290, 0, 0, 0, 0, 0, 0, 0, 200, 230, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 346, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 249, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 59, 307, 0, 63, 165, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 119, 0, 49, 0, 0, 227, 0, 0, 0, 0, 282, 0, 0, 0, 0, 0, 0, 0, 0, 102, 0, 0, 0, 0, 82, 357,
        0, 0, 0, 0, 105, 0, 0, 0, 0, 0, 0, 231, 0, 0, 0, 0, 0, 303, 0, 197, 0, 0, 0, 0, 0, 64, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 216, 0, 232, 0, 0, 0, 0, 0, 0, 355, 0, 0, 0, 0, 183, 17, 225, 0, 0,
        0, 0, 0, 111, 0, 38, 246, 0, 0, 0, 0, 0, 0, 115, 0, 23, 276, 0, 0, 0, 0, 0, 198, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 48, 270, 0, 80, 0, 20, 0, 0, 0, 0, 0, 0, 0, 41, 0, 326, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 57, 0, 53, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 211, 81, 0, 0, 0, 118,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 291, 0, 85, 0, 0, 242, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 91, 0, 0, 0, 0,
        0, 56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 74, 0, 0, 347, 0, 0, 0, 0, 0, 0, 0, 0, 0, 83, 0,
        0, 0, 0, 0, 350, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15, 0, 117, 0, 0, 170, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 301,
    ]

    /// Three little-endian words of the name by raw value.
    static let words: [UInt64] = [
        0, 0, 0,
        0x0000_0000_6E61_4242, 0, 0,
        0x0000_0000_0065_4B42, 0, 0,
        0x0000_7568_544C_5342, 0, 0,
        0x7565_694C_4448_5442, 0, 0,
        0x0000_0070_6F48_5442, 0, 0,
        0x0000_706F_4854_4243, 0, 0,
        0x0000_6E61_4443_4343, 0, 0,
        0x6361_684B_534B_4343, 0, 0,
        0x0000_0000_0075_4343, 0, 0,
        0x0000_0000_7544_4443, 0, 0,
        0x4E54_4354_514C_4443, 0, 0,
        0x5143_4454_544C_4443, 0x0000_0000_0000_0054, 0,
        0x0000_0068_6E61_4443, 0, 0,
        0x0000_544E_4E53_4B43, 0, 0,
        0x0000_0068_6365_4C43, 0, 0,
        0x0000_0000_444E_4D43, 0, 0,
        0x6569_5454_4D54_4D43, 0x0000_0000_0000_006E, 0,
        0x0000_0000_0061_4D43, 0, 0,
        0x6E69_4451_4842_5143, 0x0000_0000_0000_0068, 0,
        0x614C_5444_5143_5143, 0x0000_0000_0000_0070, 0,
        0x0000_0000_0054_5143, 0, 0,
        0x0000_794C_5154_5143, 0, 0,
        0x6F43_5354_4C58_5143, 0x0000_0000_0000_676E, 0,
        0x0000_0000_0053_5443, 0, 0,
        0x0000_0000_0075_5443, 0, 0,
        0x6163_696E_6F6E_6143, 0x6E6F_6974_617A_696C, 0x0000_646F_6874_654D,
        0x4C4E_554E_5644_4344, 0x0000_0000_6E6F_4448, 0,
        0x0000_0065_484C_4344, 0, 0,
        0x0000_6E61_424E_4344, 0, 0,
        0x0000_6175_4D4E_4344, 0, 0,
        0x0000_0054_4E4E_4344, 0, 0,
        0x0000_6E61_624E_4344, 0, 0,
        0x0000_6175_6D4E_4344, 0, 0,
        0x0000_7554_4454_4344, 0, 0,
        0x0000_0000_6968_4344, 0, 0,
        0x6E65_4448_4356_4444, 0, 0,
        0x0000_0068_6E61_4444, 0, 0,
        0x0000_0063_6F47_4744, 0, 0,
        0x0000_696F_4454_4744, 0, 0,
        0x0000_0000_6169_4744, 0, 0,
        0x0000_0000_4854_4B44, 0, 0,
        0x6D65_6968_4E55_4B44, 0, 0,
        0x0070_6F48_5442_4C44, 0, 0,
        0x0069_6867_4E44_4C44, 0, 0,
        0x0000_6E6F_4448_4C44, 0, 0,
        0x6564_6F43_5251_4C44, 0, 0,
        0x0000_6F61_4254_4C44, 0, 0,
        0x0069_6168_4B54_4C44, 0, 0,
        0x0000_0075_6569_4C44, 0, 0,
        0x0000_0079_6167_4E44, 0, 0,
        0x0000_0069_6867_4E44, 0, 0,
        0x0070_6F48_5442_5344, 0, 0,
        0x0000_0053_4B43_5344, 0, 0,
        0x7544_5353_5443_5344, 0x0000_0000_0000_676E, 0,
        0x0000_0075_5443_5344, 0, 0,
        0x6968_4E55_4B44_5344, 0x0000_0000_0000_6D65, 0,
        0x0075_6569_4C44_5344, 0, 0,
        0x6968_4E55_4448_5344, 0x0000_0000_0000_6D65, 0,
        0x0000_6E6F_4448_5344, 0, 0,
        0x0075_5644_4848_5344, 0, 0,
        0x684E_434B_444C_5344, 0x0000_0000_0000_6E61, 0,
        0x684E_544B_444C_5344, 0x0000_0000_0000_6E61, 0,
        0x696F_4454_444C_5344, 0, 0,
        0x6843_5454_444C_5344, 0x0000_0000_0067_6E75, 0,
        0x0000_006F_444C_5344, 0, 0,
        0x006E_6F44_484C_5344, 0, 0,
        0x676E_6148_4D4C_5344, 0, 0,
        0x0000_6968_504C_5344, 0, 0,
        0x6968_4E55_5454_5344, 0x0000_0000_0000_6D65, 0,
        0x0065_7568_5443_5444, 0, 0,
        0x6175_4C50_4444_5444, 0x0000_0000_0000_0074, 0,
        0x0000_0065_484C_5444, 0, 0,
        0x0068_6E69_5350_5444, 0, 0,
        0x0000_5450_5448_5644, 0, 0,
        0x0000_0065_5454_5644, 0, 0,
        0x0000_686E_6954_5644, 0, 0,
        0x654D_7473_6567_6944, 0x0000_0000_646F_6874, 0,
        0x6156_7473_6567_6944, 0x0000_0000_0065_756C, 0,
        0x6C61_5679_654B_4345, 0x0000_0000_0000_6575, 0,
        0x746E_656E_6F70_7845, 0, 0,
        0x0000_0000_0078_6146, 0, 0,
        0x0000_0000_7568_4347, 0, 0,
        0x0000_0068_6E69_5447, 0, 0,
        0x4751_5444_4842_4448, 0x0000_0000_0000_6169, 0,
        0x4C42_4854_4842_4448, 0x0000_0000_0000_6961, 0,
        0x0067_6E61_4842_4448, 0, 0,
        0x6E6F_4353_5442_4448, 0x0000_0000_0000_0067, 0,
        0x5154_504B_4344_4448, 0x0000_0000_006E_6175, 0,
        0x0000_006E_4944_4448, 0, 0,
        0x0000_5447_5447_4448, 0, 0,
        0x4854_5447_5447_4448, 0x0000_0000_6961_4C42, 0,
        0x7961_674E_544B_4448, 0, 0,
        0x0000_6F53_544B_4448, 0, 0,
        0x0000_6361_684B_4448, 0, 0,
        0x0000_0000_6F53_4448, 0, 0,
        0x0000_6961_4D54_4448, 0, 0,
        0x6D65_6968_4E55_4448, 0, 0,
        0x0000_0079_4C58_4448, 0, 0,
        0x0000_0000_6E6F_4448, 0, 0,
        0x0000_0075_5644_4848, 0, 0,
        0x7074_754F_4341_4D48, 0x6874_676E_654C_7475, 0,
        0x0000_006E_6142_5448, 0, 0,
        0x0000_0079_4B44_5448, 0, 0,
        0x0000_484C_4447_5448, 0, 0,
        0x4444_484C_4447_5448, 0x0000_0000_0000_0054, 0,
        0x0000_6E6F_4448_5448, 0, 0,
        0x006E_616F_5454_5448, 0, 0,
        0x0000_0063_7568_5448, 0, 0,
        0x6E61_484D_4E54_5648, 0x0000_0000_0000_0067, 0,
        0x6E61_484E_4E54_5648, 0x0000_0000_0000_0067, 0,
        0x6E61_4858_4E54_5648, 0x0000_0000_0000_0067, 0,
        0x0000_0000_614D_434B, 0, 0,
        0x0068_6E69_6843_444B, 0, 0,
        0x6E69_6843_444C_444B, 0x0000_0000_0000_0068, 0,
        0x0000_7565_694C_444B, 0, 0,
        0x0000_0075_5443_484B, 0, 0,
        0x7551_4C43_4448_484B, 0x0000_0000_0000_6E61, 0,
        0x0000_6E6F_4448_484B, 0, 0,
        0x0063_6168_4B4C_484B, 0, 0,
        0x0000_654B_424D_484B, 0, 0,
        0x0075_5443_534D_484B, 0, 0,
        0x4C43_4448_534D_484B, 0x0000_0000_6E61_7551, 0,
        0x6E6F_4448_534D_484B, 0, 0,
        0x0000_0000_6175_514B, 0, 0,
        0x0000_6575_6854_544B, 0, 0,
        0x006F_666E_4979_654B, 0, 0,
        0x0065_6D61_4E79_654B, 0, 0,
        0x6575_6C61_5679_654B, 0, 0,
        0x0054_4454_4344_414C, 0, 0,
        0x0054_4444_4844_414C, 0, 0,
        0x6144_584B_4854_424C, 0x0000_0000_0000_0075, 0,
        0x7561_4458_4854_424C, 0, 0,
        0x0000_0000_614D_434C, 0, 0,
        0x0000_6F42_4E44_444C, 0, 0,
        0x6569_684E_554B_444C, 0x0000_0000_0000_006D, 0,
        0x0000_654C_434E_444C, 0, 0,
        0x0000_0000_7561_444C, 0, 0,
        0x0000_0000_006F_444C, 0, 0,
        0x6175_514C_4344_484C, 0x0000_0000_0000_006E, 0,
        0x0000_614D_4B44_484C, 0, 0,
        0x6569_5454_4D44_484C, 0x0000_0000_0000_006E, 0,
        0x676E_7544_5344_484C, 0, 0,
        0x6E75_7254_4448_484C, 0x0000_0000_0000_0067, 0,
        0x0000_0061_6F48_484C, 0, 0,
        0x6968_4344_4C44_4B4C, 0x0000_0000_0000_686E, 0,
        0x0075_6569_4C44_4B4C, 0, 0,
        0x0065_7568_5454_4B4C, 0, 0,
        0x0000_676E_6148_4D4C, 0, 0,
        0x0000_0000_6968_504C, 0, 0,
        0x0000_006F_6142_544C, 0, 0,
        0x0000_7461_7553_544C, 0, 0,
        0x006D_6569_684E_554C, 0, 0,
        0x0000_0000_006E_614C, 0, 0,
        0x0000_0000_6961_6F4C, 0, 0,
        0x0000_0054_5143_434D, 0, 0,
        0x0000_676E_6148_434D, 0, 0,
        0x0000_0000_5451_434D, 0, 0,
        0x0070_6143_5451_434D, 0, 0,
        0x0079_4C51_5451_434D, 0, 0,
        0x6153_4E48_5156_444D, 0x0000_0000_0000_6863, 0,
        0x0000_0068_6369_444D, 0, 0,
        0x0000_7554_4444_474D, 0, 0,
        0x0000_7556_4448_484D, 0, 0,
        0x0000_0000_6F53_484D, 0, 0,
        0x0000_0067_6E61_484D, 0, 0,
        0x0000_676E_6148_4B4D, 0, 0,
        0x0070_6569_4454_4C4D, 0, 0,
        0x0000_0000_696F_4C4D, 0, 0,
        0x0000_0069_7547_4E4D, 0, 0,
        0x0000_6E61_684E_4E4D, 0, 0,
        0x0000_0000_0054_534D, 0, 0,
        0x7568_544C_4454_534D, 0x0000_0000_0000_0065, 0,
        0x5054_4856_4454_534D, 0x0000_0000_0000_0054, 0,
        0x4E55_4E56_4454_534D, 0x0000_006E_6F44_484C, 0,
        0x006E_6142_4E54_534D, 0, 0,
        0x0061_754D_4E54_534D, 0, 0,
        0x0050_4743_5454_534D, 0, 0,
        0x004E_5443_5454_534D, 0, 0,
        0x0000_0000_006F_534D, 0, 0,
        0x6569_6843_5444_544D, 0x0000_0000_0000_0075, 0,
        0x0000_7065_6944_544D, 0, 0,
        0x0000_0069_6F4C_544D, 0, 0,
        0x0000_0000_0061_544D, 0, 0,
        0x7473_6566_696E_614D, 0, 0,
        0x0073_756C_7564_6F4D, 0, 0,
        0x0000_006E_6142_424E, 0, 0,
        0x6175_514C_434B_424E, 0x0000_0000_0000_006E, 0,
        0x0000_0000_654B_424E, 0, 0,
        0x0000_0000_6E61_424E, 0, 0,
        0x0000_444E_4D43_434E, 0, 0,
        0x7061_4C54_4451_434E, 0, 0,
        0x0000_6E61_4242_444E, 0, 0,
        0x0000_0065_4B42_444E, 0, 0,
        0x694C_4448_5442_444E, 0x0000_0000_0000_7565, 0,
        0x0069_6867_4E44_444E, 0, 0,
        0x0000_6E6F_4448_444E, 0, 0,
        0x0069_6168_4B54_444E, 0, 0,
        0x0000_0067_6E75_444E, 0, 0,
        0x0000_676E_6F44_484E, 0, 0,
        0x7551_4C43_4448_4C4E, 0x0000_0000_0000_6E61, 0,
        0x0000_0000_6548_4C4E, 0, 0,
        0x0000_0000_7061_4C4E, 0, 0,
        0x0000_0000_6175_4D4E, 0, 0,
        0x0000_0000_0054_4E4E, 0, 0,
        0x684B_4B42_4454_4E4E, 0x0000_0000_0000_6E61, 0,
        0x554E_4454_4B54_4E4E, 0x0000_0000_0044_4E42, 0,
        0x0000_006E_6168_4E4E, 0, 0,
        0x0000_686E_6944_514E, 0, 0,
        0x6175_4C50_4444_534E, 0x0000_0000_0000_0074, 0,
        0x0054_5143_4342_544E, 0, 0,
        0x0000_544E_4E42_544E, 0, 0,
        0x0000_006F_6142_544E, 0, 0,
        0x0000_6E61_684E_544E, 0, 0,
        0x0069_6F44_4343_594E, 0, 0,
        0x0044_4E4D_4343_674E, 0, 0,
        0x0000_0000_7961_674E, 0, 0,
        0x0000_7463_656A_624F, 0, 0,
        0x0000_0000_6E61_4250, 0, 0,
        0x6579_7568_4356_5450, 0x0000_0000_0000_006E, 0,
        0x0000_0063_7568_5450, 0, 0,
        0x0000_0068_6369_5451, 0, 0,
        0x6156_7965_4B41_5352, 0x0000_0000_0065_756C, 0,
        0x636E_6572_6566_6552, 0x0000_0000_0000_0065, 0,
        0x6176_6569_7274_6552, 0x0064_6F68_7465_4D6C, 0,
        0x0000_006E_6142_4253, 0, 0,
        0x6175_514C_434B_4253, 0x0000_0000_0000_006E, 0,
        0x0000_0000_654B_4253, 0, 0,
        0x6569_4C44_4854_4253, 0x0000_0000_0000_0075, 0,
        0x0000_0000_7554_4353, 0, 0,
        0x0069_616F_6854_4453, 0, 0,
        0x0075_6569_6843_4853, 0, 0,
        0x6175_514C_4344_4853, 0x0000_0000_0000_006E, 0,
        0x0000_006E_6F44_4853, 0, 0,
        0x0000_676E_6F44_4853, 0, 0,
        0x0000_0063_6F47_4C53, 0, 0,
        0x0000_696F_4454_4C53, 0, 0,
        0x0000_676E_6F75_4C53, 0, 0,
        0x0070_614C_5444_5153, 0, 0,
        0x0000_686E_6944_5153, 0, 0,
        0x0000_006F_6142_5453, 0, 0,
        0x0075_6168_4B43_5453, 0, 0,
        0x676E_6148_4E4B_5453, 0, 0,
        0x0000_0000_0054_5453, 0, 0,
        0x0000_6568_5454_5453, 0, 0,
        0x0000_0000_6972_6553, 0, 0,
        0x7275_7461_6E67_6953, 0x0000_0000_0000_0065, 0,
        0x7275_7461_6E67_6953, 0x0064_6F68_7465_4D65, 0,
        0x7275_7461_6E67_6953, 0x7472_6570_6F72_5065, 0x0000_0000_0073_6569,
        0x7275_7461_6E67_6953, 0x7472_6570_6F72_5065, 0x0000_0000_0000_0079,
        0x7275_7461_6E67_6953, 0x0000_6575_6C61_5665, 0,
        0x6E49_6465_6E67_6953, 0x0000_0000_0000_6F66, 0,
        0x5467_6E69_6E67_6953, 0x0000_0000_0065_6D69, 0,
        0x0000_0000_0000_6F53, 0, 0,
        0x0000_006E_6142_4254, 0, 0,
        0x0000_0000_654B_4254, 0, 0,
        0x0000_0000_6F61_4254, 0, 0,
        0x0000_0000_5047_4354, 0, 0,
        0x0000_6E6F_4448_4354, 0, 0,
        0x0000_676E_6148_4354, 0, 0,
        0x0000_0000_5451_4354, 0, 0,
        0x6572_5443_5451_4354, 0x0000_0000_0000_006E, 0,
        0x0000_6F61_4254_4354, 0, 0,
        0x0000_0000_4E54_4354, 0, 0,
        0x0000_0074_6168_4354, 0, 0,
        0x0065_7568_544C_4454, 0, 0,
        0x0054_5054_4856_4454, 0, 0,
        0x484C_4E55_4E56_4454, 0x0000_0000_006E_6F44, 0,
        0x0000_0070_6569_4454, 0, 0,
        0x0000_0069_7547_4754, 0, 0,
        0x0000_6E61_684E_4754, 0, 0,
        0x0000_0054_4754_4754, 0, 0,
        0x6544_4448_4356_4754, 0x0000_0000_0000_006E, 0,
        0x7554_4448_4356_4754, 0, 0,
        0x0000_0000_6169_4754, 0, 0,
        0x0000_006E_6F44_4854, 0, 0,
        0x636F_4756_4448_4854, 0, 0,
        0x6F44_5456_4448_4854, 0x0000_0000_0000_0069, 0,
        0x0000_7556_4448_4854, 0, 0,
        0x7553_544C_5454_4854, 0x0000_0000_0000_7461, 0,
        0x0000_0000_6E61_4854, 0, 0,
        0x0000_0000_706F_4854, 0, 0,
        0x0000_0069_6168_4B54, 0, 0,
        0x0075_6168_4B43_4C54, 0, 0,
        0x0000_6E6F_4448_4C54, 0, 0,
        0x0000_0069_6850_4C54, 0, 0,
        0x6175_4C50_4444_4E54, 0x0000_0000_0000_0074, 0,
        0x0000_676E_6148_4E54, 0, 0,
        0x0000_0061_754D_4E54, 0, 0,
        0x006E_6F44_484E_4E54, 0, 0,
        0x0000_0000_544E_4E54, 0, 0,
        0x0067_6E75_4453_4E54, 0, 0,
        0x6579_7568_4356_4E54, 0x0000_0000_0000_006E, 0,
        0x0000_0079_6167_4E54, 0, 0,
        0x0000_0000_6968_5054, 0, 0,
        0x0000_0063_6F47_5354, 0, 0,
        0x0000_696F_4454_5354, 0, 0,
        0x0000_0074_6175_5354, 0, 0,
        0x6E61_684E_4343_5454, 0, 0,
        0x0000_0050_4743_5454, 0, 0,
        0x6961_4D54_4B43_5454, 0, 0,
        0x0000_0054_5143_5454, 0, 0,
        0x0000_004E_5443_5454, 0, 0,
        0x0065_7568_5443_5454, 0, 0,
        0x0000_6375_6843_5454, 0, 0,
        0x0067_6E75_6843_5454, 0, 0,
        0x0000_4854_4B44_5454, 0, 0,
        0x5450_5448_5644_5454, 0, 0,
        0x0000_0063_6F47_5454, 0, 0,
        0x6175_514C_4448_5454, 0x0000_0000_0000_006E, 0,
        0x7572_5444_4848_5454, 0x0000_0000_0000_676E, 0,
        0x0000_6361_684B_5454, 0, 0,
        0x0000_6961_684B_5454, 0, 0,
        0x6E69_6843_4453_5454, 0x0000_0000_0000_0068, 0,
        0x0000_7461_7553_5454, 0, 0,
        0x0000_5047_4354_5454, 0, 0,
        0x0000_4E54_4354_5454, 0, 0,
        0x6E69_6843_4454_5454, 0x0000_0000_0000_0068, 0,
        0x0000_696F_4454_5454, 0, 0,
        0x5451_4343_4E54_5454, 0, 0,
        0x6E75_4453_4E54_5454, 0x0000_0000_0000_0067, 0,
        0x006E_6168_4E54_5454, 0, 0,
        0x6D65_6968_4E55_5454, 0, 0,
        0x0054_5143_4E58_5454, 0, 0,
        0x0000_0069_6168_5454, 0, 0,
        0x0000_0065_7568_5454, 0, 0,
        0x0000_0000_6E69_5454, 0, 0,
        0x0000_006E_616F_5454, 0, 0,
        0x0067_6E6F_7572_5454, 0, 0,
        0x0000_0000_006E_6554, 0, 0,
        0x7568_5443_5444_6754, 0x0000_0000_0000_0065, 0,
        0x0000_7568_5444_6754, 0, 0,
        0x654C_4354_4354_6754, 0x0000_0000_0000_6863, 0,
        0x6575_6854_4354_6754, 0, 0,
        0x0054_4754_4754_6754, 0, 0,
        0x6365_4C43_4B54_6754, 0x0000_0000_0000_0068, 0,
        0x0063_6F47_4B54_6754, 0, 0,
        0x636F_4754_5354_6754, 0, 0,
        0x6F44_5454_5354_6754, 0x0000_0000_0000_0069, 0,
        0x6365_4C43_5454_6754, 0x0000_0000_0000_0068, 0,
        0x0069_6F44_5454_6754, 0, 0,
        0x6843_4254_5454_6754, 0x0000_0000_0000_0075, 0,
        0x6F53_4254_5454_6754, 0, 0,
        0x654C_4354_5454_6754, 0x0000_0000_0000_6863, 0,
        0x6E61_6F54_5454_6754, 0, 0,
        0x0065_7568_5454_6754, 0, 0,
        0x0000_6575_6854_6754, 0, 0,
        0x0000_636F_4754_6854, 0, 0,
        0x0069_6F44_5454_6854, 0, 0,
        0x0000_6E65_6954_6854, 0, 0,
        0x726F_6673_6E61_7254, 0x0000_0000_0000_006D, 0,
        0x726F_6673_6E61_7254, 0x0000_0000_0000_736D, 0,
        0x0065_7469_7362_6557, 0, 0,
        0x004C_5243_3930_3558, 0, 0,
        0x7472_6543_3930_3558, 0x0065_7461_6369_6669, 0,
        0x6174_6144_3930_3558, 0, 0,
        0x7573_7349_3930_3558, 0x0000_656D_614E_7265, 0,
        0x7573_7349_3930_3558, 0x6C61_6972_6553_7265, 0,
        0x0049_4B53_3930_3558, 0, 0,
        0x6972_6553_3930_3558, 0x7265_626D_754E_6C61, 0,
        0x6A62_7553_3930_3558, 0x0065_6D61_4E74_6365, 0,
        0x0000_0068_7461_5058, 0, 0,
    ]

    /// Where a tag counts, by raw value: 0 in no namespace, 1 in that of XML signatures, 2 in either, 3 anywhere.
    static let homes: [UInt8] = [
        3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 1, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ]

    /// The name by raw value.
    static let names: [String] = [
        "",
        "BBan",
        "BKe",
        "BSLThu",
        "BTHDLieu",
        "BTHop",
        "CBTHop",
        "CCCDan",
        "CCKSKhac",
        "CCu",
        "CDDu",
        "CDLQTCTN",
        "CDLTTDCQT",
        "CDanh",
        "CKSNNT",
        "CLech",
        "CMND",
        "CMTMTTien",
        "CMa",
        "CQBHQDinh",
        "CQCQDTLap",
        "CQT",
        "CQTQLy",
        "CQXLTSCong",
        "CTS",
        "CTu",
        "CanonicalizationMethod",
        "DCDVNUNLHDon",
        "DCLHe",
        "DCNBan",
        "DCNMua",
        "DCNNT",
        "DCNban",
        "DCNmua",
        "DCTDTu",
        "DChi",
        "DDVCHDen",
        "DDanh",
        "DGGoc",
        "DGTDoi",
        "DGia",
        "DKTH",
        "DKUNhiem",
        "DLBTHop",
        "DLDNghi",
        "DLHDon",
        "DLQRCode",
        "DLTBao",
        "DLTKhai",
        "DLieu",
        "DNgay",
        "DNghi",
        "DSBTHop",
        "DSCKS",
        "DSCTSSDung",
        "DSCTu",
        "DSDKUNhiem",
        "DSDLieu",
        "DSHDUNhiem",
        "DSHDon",
        "DSHHDVu",
        "DSLDKCNhan",
        "DSLDKTNhan",
        "DSLDTDoi",
        "DSLDTTChung",
        "DSLDo",
        "DSLHDon",
        "DSLMHang",
        "DSLPhi",
        "DSTTUNhiem",
        "DTCThue",
        "DTDDPLuat",
        "DTLHe",
        "DTPSinh",
        "DVHTPT",
        "DVTTe",
        "DVTinh",
        "DigestMethod",
        "DigestValue",
        "ECKeyValue",
        "Exponent",
        "Fax",
        "GChu",
        "GTinh",
        "HDBHDTQGia",
        "HDBHTHBLai",
        "HDBHang",
        "HDBTSCong",
        "HDDCKPTQuan",
        "HDDIn",
        "HDGTGT",
        "HDGTGTTHBLai",
        "HDKTNgay",
        "HDKTSo",
        "HDKhac",
        "HDSo",
        "HDTMai",
        "HDUNhiem",
        "HDXLy",
        "HDon",
        "HHDVu",
        "HMACOutputLength",
        "HTBan",
        "HTDKy",
        "HTGDLH",
        "HTGDLHDDT",
        "HTHDon",
        "HTTToan",
        "HThuc",
        "HVTNMHang",
        "HVTNNHang",
        "HVTNXHang",
        "KCMa",
        "KDChinh",
        "KDLDChinh",
        "KDLieu",
        "KHCTu",
        "KHHDCLQuan",
        "KHHDon",
        "KHLKhac",
        "KHMBKe",
        "KHMSCTu",
        "KHMSHDCLQuan",
        "KHMSHDon",
        "KQua",
        "KTThue",
        "KeyInfo",
        "KeyName",
        "KeyValue",
        "LADCTDT",
        "LADHDDT",
        "LBTHKXDau",
        "LBTHXDau",
        "LCMa",
        "LDDNBo",
        "LDKUNhiem",
        "LDNCLe",
        "LDau",
        "LDo",
        "LHDCLQuan",
        "LHDKMa",
        "LHDMTTien",
        "LHDSDung",
        "LHHDTrung",
        "LHHoa",
        "LKDLDChinh",
        "LKDLieu",
        "LKTThue",
        "LMHang",
        "LPhi",
        "LTBao",
        "LTSuat",
        "LUNhiem",
        "Lan",
        "Loai",
        "MCCQT",
        "MCHang",
        "MCQT",
        "MCQTCap",
        "MCQTQLy",
        "MDVQHNSach",
        "MDich",
        "MGDDTu",
        "MHHDVu",
        "MHSo",
        "MHang",
        "MKHang",
        "MLTDiep",
        "MLoi",
        "MNGui",
        "MNNhan",
        "MST",
        "MSTDLThue",
        "MSTDVHTPT",
        "MSTDVNUNLHDon",
        "MSTNBan",
        "MSTNMua",
        "MSTTCGP",
        "MSTTCTN",
        "MSo",
        "MTDTChieu",
        "MTDiep",
        "MTLoi",
        "MTa",
        "Manifest",
        "Modulus",
        "NBBan",
        "NBKCLQuan",
        "NBKe",
        "NBan",
        "NCCMND",
        "NCQDTLap",
        "NDBBan",
        "NDBKe",
        "NDBTHDLieu",
        "NDDNghi",
        "NDHDon",
        "NDTKhai",
        "NDung",
        "NHDong",
        "NLHDCLQuan",
        "NLHe",
        "NLap",
        "NMua",
        "NNT",
        "NNTDBKKhan",
        "NNTKTDNUBND",
        "NNhan",
        "NQDinh",
        "NSDDPLuat",
        "NTBCCQT",
        "NTBNNT",
        "NTBao",
        "NTNhan",
        "NYCCDoi",
        "NgCCMND",
        "Ngay",
        "Object",
        "PBan",
        "PTVChuyen",
        "PThuc",
        "QTich",
        "RSAKeyValue",
        "Reference",
        "RetrievalMethod",
        "SBBan",
        "SBKCLQuan",
        "SBKe",
        "SBTHDLieu",
        "SCTu",
        "SDThoai",
        "SHChieu",
        "SHDCLQuan",
        "SHDon",
        "SHDong",
        "SLGoc",
        "SLTDoi",
        "SLuong",
        "SQDTLap",
        "SQDinh",
        "STBao",
        "STCKhau",
        "STKNHang",
        "STT",
        "STTThe",
        "Seri",
        "Signature",
        "SignatureMethod",
        "SignatureProperties",
        "SignatureProperty",
        "SignatureValue",
        "SignedInfo",
        "SigningTime",
        "So",
        "TBBan",
        "TBKe",
        "TBao",
        "TCGP",
        "TCHDon",
        "TCHang",
        "TCQT",
        "TCQTCTren",
        "TCTBao",
        "TCTN",
        "TChat",
        "TDLThue",
        "TDVHTPT",
        "TDVNUNLHDon",
        "TDiep",
        "TGGui",
        "TGNhan",
        "TGTGT",
        "TGVCHDDen",
        "TGVCHDTu",
        "TGia",
        "THDon",
        "THHDVGoc",
        "THHDVTDoi",
        "THHDVu",
        "THTTLTSuat",
        "THan",
        "THop",
        "TKhai",
        "TLCKhau",
        "TLHDon",
        "TLPhi",
        "TNDDPLuat",
        "TNHang",
        "TNMua",
        "TNNHDon",
        "TNNT",
        "TNSDung",
        "TNVChuyen",
        "TNgay",
        "TPhi",
        "TSGoc",
        "TSTDoi",
        "TSuat",
        "TTCCNhan",
        "TTCGP",
        "TTCKTMai",
        "TTCQT",
        "TTCTN",
        "TTCThue",
        "TTChuc",
        "TTChung",
        "TTDKTH",
        "TTDVHTPT",
        "TTGoc",
        "TTHDLQuan",
        "TTHHDTrung",
        "TTKhac",
        "TTKhai",
        "TTSDChinh",
        "TTSuat",
        "TTTCGP",
        "TTTCTN",
        "TTTDChinh",
        "TTTDoi",
        "TTTNCCQT",
        "TTTNSDung",
        "TTTNhan",
        "TTUNhiem",
        "TTXNCQT",
        "TThai",
        "TThue",
        "TTin",
        "TToan",
        "TTruong",
        "Ten",
        "TgDTCThue",
        "TgDThu",
        "TgTCTCLech",
        "TgTCThue",
        "TgTGTGT",
        "TgTKCLech",
        "TgTKGoc",
        "TgTSTGoc",
        "TgTSTTDoi",
        "TgTTCLech",
        "TgTTDoi",
        "TgTTTBChu",
        "TgTTTBSo",
        "TgTTTCLech",
        "TgTTToan",
        "TgTThue",
        "TgThue",
        "ThTGoc",
        "ThTTDoi",
        "ThTien",
        "Transform",
        "Transforms",
        "Website",
        "X509CRL",
        "X509Certificate",
        "X509Data",
        "X509IssuerName",
        "X509IssuerSerial",
        "X509SKI",
        "X509SerialNumber",
        "X509SubjectName",
        "XPath",
    ]
}
