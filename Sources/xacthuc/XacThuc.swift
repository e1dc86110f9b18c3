@main struct XacThuc { static func main() {} }
